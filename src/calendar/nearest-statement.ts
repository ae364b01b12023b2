import type { FomcStatement, Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';

/** A scheduled statement, and the sessions from the one asked about to its own; negative when it is past. */
export type NearestStatement = { readonly statement: Session; readonly sessionsAway: number };

/**
 * The scheduled FOMC statement with the fewest sessions between it and a session; of two as near, the coming one.
 *
 * Unscheduled statements are left out: nobody knew of them before.
 *
 * @param statements - in any order; those outside the calendar's days are left out
 * @returns `undefined` when there is none
 * @throws RangeError if `session` is none of the calendar's
 */
export function nearestStatement(
  session: Session,
  statements: readonly FomcStatement[],
  calendar: ExchangeCalendar,
): NearestStatement | undefined {
  let nearest: NearestStatement | undefined;
  for (const { day, scheduled } of statements) {
    if (scheduled && calendar.covers(day)) {
      const statement = calendar.sessionOnOrAfter(day);
      const sessionsAway = calendar.distance(session, statement);
      const closer = !nearest || isCloser(sessionsAway, nearest.sessionsAway);
      nearest = closer ? { statement, sessionsAway } : nearest;
    }
  }
  return nearest;
}

function isCloser(away: number, than: number): boolean {
  return Math.abs(away) < Math.abs(than) || (away === -than && away > 0);
}
