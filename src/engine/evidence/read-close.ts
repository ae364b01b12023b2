import type { DailyCloses } from '#domain/market/market.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { closeInstant } from './close-instant.ts';

/**
 * An index's last close, index points. It is worth showing even where the history behind it is too short for
 * momentum, but not where it is another session's.
 */
export function readClose(daily: DailyCloses | undefined, snapshot: Snapshot): Reading<number> {
  const { evaluation, lastSession } = snapshot;
  if (!daily || daily.closes.length === 0) {
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
