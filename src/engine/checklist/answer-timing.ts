import { statementAt } from '#calendar/latest-statement.ts';
import { newYorkTime } from '#calendar/new-york.ts';
import type {
  ChecklistAnswer,
  ChecklistFinding,
  ChecklistNote,
  ChecklistStatus,
} from '#domain/checklist/checklist.ts';
import { memoizeWeak } from '#domain/memoize.ts';
import type { RebalanceWindow, Session } from '#domain/market/session.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { isNearStatement } from '#engine/decision/govern-step.ts';

/** Item 14: is this a moment to change a hedge, and if not, when is the next? */
export function answerTiming({ asOf, rebalance }: Pick<Snapshot, 'asOf' | 'rebalance'>): ChecklistAnswer {
  const about = { item: 'rebalance-timing', number: 14, measures: [] } as const;
  if (!rebalance) {
    return { ...about, status: 'unknown', finding: 'unknown', facts: [] };
  }
  const { from, after } = rebalance;
  const facts = windowFacts(rebalance);
  if (asOf >= from) {
    return { ...about, status: 'ok', finding: 'window-open', facts };
  }
  const finding = after === 'vix-settlement' ? 'window-after-settlement' : 'window-later';
  return { ...about, status: 'watch', finding, facts };
}

/** Once for all servers that look at one snapshot. */
const windowFacts = memoizeWeak(({ session, from, until }: RebalanceWindow) => [
  session,
  newYorkTime(from),
  newYorkTime(until),
]);

/**
 * Item 9: does the session lie beside a scheduled FOMC statement, and has a steward noted what the latest one said?
 *
 * Unknown until a note is written since the statement. Where the next one is about to come, that is what matters.
 *
 * @param note - the latest that was written beside this item, on whichever checklist
 * @see docs/method.md#fomc
 */
export function answerFomc(
  { fomc }: Pick<Snapshot, 'fomc'>,
  settings: Pick<Settings, 'fomc.policy'>,
  note?: Pick<ChecklistNote, 'at'>,
): ChecklistAnswer {
  const item = { item: 'fomc-window', number: 9, measures: [] } as const;
  if (!fomc) {
    return { ...item, status: 'unknown', finding: 'no-date', facts: [] };
  }
  const latest = latestOf(fomc);
  const [status, finding] = judge(fomc, isRead(latest, note));
  return {
    ...item,
    status,
    finding,
    facts: [fomc.statement, fomc.sessionsAway, settings['fomc.policy'], latest ?? ''],
  };
}

type Fomc = NonNullable<Snapshot['fomc']>;

/** Snapshots of before the latest statement was kept know it only where it is the nearest one. */
function latestOf({ latest, statement, sessionsAway }: Fomc): Session | undefined {
  return latest ?? (sessionsAway < 0 ? statement : undefined);
}

function isRead(latest: Session | undefined, note: Pick<ChecklistNote, 'at'> | undefined): boolean {
  return latest === undefined || (note !== undefined && note.at >= statementAt(latest));
}

function judge(fomc: Fomc, read: boolean): readonly [ChecklistStatus, ChecklistFinding] {
  if (!isNearStatement(fomc)) {
    return read ? ['ok', 'outside'] : ['unknown', 'outside-unread'];
  }
  const isAhead = fomc.sessionsAway >= 0 && latestOf(fomc) !== fomc.statement;
  return read || isAhead ? ['watch', 'inside'] : ['unknown', 'inside-unread'];
}
