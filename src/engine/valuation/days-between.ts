import { DAY } from '#domain/duration.ts';

/** Calendar days from one day to another, both `YYYY-MM-DD`; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
