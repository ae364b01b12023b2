import { MINUTE } from '#domain/duration.ts';

/** Minutes after which people are first told, how often then, and from when on only once a day. */
const FIRST = 30;
const HOURLY = 60;
const HALF_A_DAY = 720;
const DAILY = 1_440;

/**
 * By how much figures are overdue, as people are told: 30 minutes, each hour after that, and from the twelfth hour
 * once a day.
 *
 * Between two such notices it stays the same, so that one that was given is not given again.
 *
 * @param elapsed - milliseconds since the instant of the release
 * @returns whole minutes, `undefined` while there is nothing to tell
 */
export function overdueMinutes(elapsed: number): number | undefined {
  const minutes = Math.floor(elapsed / MINUTE);
  if (minutes < FIRST) {
    return undefined;
  }
  return minutes < HALF_A_DAY ? lastOf(minutes, FIRST, HOURLY) : lastOf(minutes, HALF_A_DAY, DAILY);
}

function lastOf(minutes: number, first: number, every: number): number {
  return minutes - ((minutes - first) % every);
}
