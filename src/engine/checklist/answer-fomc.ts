import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { isNearStatement } from '#engine/decision/govern-step.ts';

/** Item 9: does the session lie beside a scheduled FOMC statement? */
export function answerFomc({ fomc }: Snapshot, settings: Settings): ChecklistAnswer {
  const item = { item: 'fomc-window', number: 9, measures: [] } as const;
  if (!fomc) {
    return { ...item, status: 'unknown', finding: 'no-date', facts: [] };
  }
  const facts = [fomc.statement, fomc.sessionsAway, settings['fomc.policy']];
  return isNearStatement(fomc)
    ? { ...item, status: 'watch', finding: 'inside', facts }
    : { ...item, status: 'ok', finding: 'outside', facts };
}
