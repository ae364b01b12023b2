import { newYorkTime } from '#calendar/new-york.ts';
import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

/** Item 14: is this a moment to change a hedge, and if not, when is the next? */
export function answerTiming({ asOf, rebalance }: Pick<Snapshot, 'asOf' | 'rebalance'>): ChecklistAnswer {
  const about = { item: 'rebalance-timing', number: 14, measures: [] } as const;
  if (!rebalance) {
    return { ...about, status: 'unknown', finding: 'unknown', facts: [] };
  }
  const { session, from, until, after } = rebalance;
  const facts = [session, newYorkTime(from), newYorkTime(until)];
  if (asOf >= from) {
    return { ...about, status: 'ok', finding: 'window-open', facts };
  }
  const finding = after === 'vix-settlement' ? 'window-after-settlement' : 'window-later';
  return { ...about, status: 'watch', finding, facts };
}
