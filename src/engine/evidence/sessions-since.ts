import type { Session } from '#domain/market/session.ts';

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
