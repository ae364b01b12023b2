import { newYorkTime } from '#calendar/new-york.ts';
import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { isNearStatement } from '#engine/decision/govern-step.ts';

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
