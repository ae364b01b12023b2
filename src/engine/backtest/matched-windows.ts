import type { MarketPaths } from './market-paths.ts';

/** Sessions over which the terciles of the VIX are taken, the one asked about included. */
const LOOKBACK = 252;

/** Sessions from a day 0 on that belong to a release. */
const TAKEN = 5;

/** Gives the closes that are like another one, but for a release: same weekday and same tercile of the VIX. */
export type MatchedWindows = (place: number) => readonly number[];

/**
 * Closes of a period that no release touches, by weekday and by where the VIX stood within its last year.
 *
 * The tercile of a close is told from closes up to it. What is compared with may lie before or after: this is a
 * yardstick, and nothing that anybody could have traded on.
 *
 * @param zeros - places of every day 0
 */
export function matchedWindows(
  paths: MarketPaths,
  zeros: readonly number[],
  period: { readonly from: number; readonly until: number },
): MatchedWindows {
  const taken = new Set(zeros.flatMap((zero) => Array.from({ length: TAKEN + 1 }, (_, age) => zero + age)));
  const groups = new Map<string, number[]>();
  for (let place = period.from; place <= period.until; place += 1) {
    const group = groupOf(paths, place);
    if (group !== undefined && !taken.has(place)) {
      groups.set(group, [...(groups.get(group) ?? []), place]);
    }
  }
  return (place) => groups.get(groupOf(paths, place) ?? '') ?? [];
}

function groupOf({ sessions, vix }: MarketPaths, place: number): string | undefined {
  const level = vix[place];
  const past = vix.slice(Math.max(0, place + 1 - LOOKBACK), place + 1).filter((value) => value !== undefined);
  if (level === undefined || past.length < LOOKBACK) {
    return undefined;
  }
  const below = past.filter((value) => value < level).length;
  const weekday = new Date(sessions[place] ?? '').getUTCDay();
  return `${weekday}/${Math.min(2, Math.floor((3 * below) / past.length))}`;
}
