import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evidenceOf } from './evidence-of.ts';

/** Item 2: does the advance/decline line of small caps part from that of large caps? */
export function answerBreadth(
  decision: Decision,
  { market: { breadth } }: Snapshot,
  settings: Settings,
): ChecklistAnswer {
  const { truth, measures } = evidenceOf(decision, 'breadth');
  const facts = breadth ? [breadth.small.universe, breadth.large.universe, settings['breadth.sessions']] : [];
  const item = { item: 'breadth-divergence', number: 2, measures, facts } as const;
  switch (truth) {
    case 'true':
      return { ...item, status: 'watch', finding: 'diverging' };
    case 'false':
      return { ...item, status: 'ok', finding: 'level' };
    case 'unknown':
      return { ...item, status: 'unknown', finding: 'unknown' };
  }
}
