import type { Session } from '../../domain/session.ts';

const DAY = 24 * 3_600_000;

/** Calendar days from one day to another, both `YYYY-MM-DD`; negative when the second comes first. */
export function daysBetween(from: Session, to: Session): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
