import { memoizeWeak } from '#domain/memoize.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { Provenance, Quality, Reading } from '#domain/market/reading.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * An index's last close, index points. It is worth showing even where the history behind it is too short for
 * momentum, but not where it is another session's.
 */
export function readClose(daily: DailyCloses | undefined, snapshot: Snapshot): Reading<number> {
  return daily ? closeIn(snapshot)(daily) : { known: false, reason: 'not-supplied' };
}

/** Once for all servers that look at one snapshot. */
const closeIn = memoizeWeak((snapshot: Snapshot) =>
  memoizeWeak((daily: DailyCloses) => lastClose(daily, snapshot)),
);

function lastClose(daily: DailyCloses, snapshot: Snapshot): Reading<number> {
  const { evaluation, lastSession } = snapshot;
  if (daily.closes.length === 0) {
    return { known: false, reason: 'not-supplied' };
  }
  const missed = evaluation.kind === 'official' && evaluation.session !== lastSession;
  const candidates = daily.closes.filter(({ session }) => session === lastSession);
  const [first] = candidates;
  if (missed || !first) {
    return { known: false, reason: 'stale' };
  }
  const { close } = first;
  if (!(close > 0) || !Number.isFinite(close) || candidates.some((candidate) => candidate.close !== close)) {
    return { known: false, reason: 'impossible-value' };
  }
  const { source, quality } = daily;
  return { known: true, value: close, asOf: closeInstant(snapshot), source, quality };
}

/** From the least to the most trustworthy. */
const BY_TRUST: readonly Quality[] = ['proxy', 'manual', 'recorded', 'delayed', 'live'];

/** Where a value comes from that was computed from several: all their sources, the worst of their qualities. */
export function joinProvenance(first: Provenance, ...others: readonly Provenance[]): Provenance {
  const all = [first, ...others];
  const qualities = all.map(({ quality }) => quality);
  return {
    asOf: Math.min(...all.map(({ asOf }) => asOf)),
    source: [...new Set(all.map(({ source }) => source))].join(' + '),
    quality: BY_TRUST.find((quality) => qualities.includes(quality)) ?? first.quality,
  };
}

/**
 * When the last closes were made, epoch milliseconds (UTC): 16:00 in New York, or the snapshot's own instant where
 * that is earlier, as on a day of early closing.
 */
export function closeInstant({ asOf, lastSession }: Pick<Snapshot, 'asOf' | 'lastSession'>): number {
  return Math.min(asOf, newYorkInstant(lastSession, '16:00'));
}

/**
 * Sessions after one day up to another, itself included: the age, in sessions, of what happened on the first.
 *
 * @param sessions - oldest first
 * @returns 0 where the second day is not after the first
 */
export function sessionsSince(sessions: readonly Session[], from: Session, until: Session): number {
  const after = sessions.findLastIndex((session) => session <= from);
  const last = sessions.findLastIndex((session) => session <= until);
  return Math.max(0, last - after);
}
