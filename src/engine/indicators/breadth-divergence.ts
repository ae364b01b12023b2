import type { Series } from '#domain/market/session.ts';
import { mean } from '#engine/statistics/summary.ts';
import type { AdvanceDecline } from '#domain/market/market.ts';

export type BreadthDivergence = {
  /** Summed net share of small less that of large issues; negative when small caps are behind. */
  readonly divergence: Series;
  /** Slope of the small universe's running sum less that of the large one's, net share per session. */
  readonly slopeDifference: Series;
  /** Sessions of the window in which the small universe's net share was the lower one. */
  readonly daysBehind: Series;
};

/**
 * How far the advance/decline line of small issues parts from that of large ones over a window of sessions.
 *
 * Both lines start at 0 before the window.
 *
 * @param small - net share of each session
 * @param large - net share of each session, same length
 * @returns a value per session; none where a session of the window is missing
 */
export function breadthDivergence(small: Series, large: Series, sessions: number): BreadthDivergence {
  const windows = small.map((_, index) => {
    const ours = lastWhole(small, index, sessions);
    const theirs = lastWhole(large, index, sessions);
    return ours && theirs ? compare(ours, theirs) : undefined;
  });
  return {
    divergence: windows.map((window) => window?.divergence),
    slopeDifference: windows.map((window) => window?.slopeDifference),
    daysBehind: windows.map((window) => window?.daysBehind),
  };
}

function lastWhole(shares: Series, index: number, sessions: number): readonly number[] | undefined {
  const known = shares
    .slice(Math.max(0, index + 1 - sessions), index + 1)
    .filter((share) => share !== undefined);
  return known.length === sessions ? known : undefined;
}

function compare(small: readonly number[], large: readonly number[]) {
  const ours = runningSums(small);
  const theirs = runningSums(large);
  return {
    divergence: (ours.at(-1) ?? 0) - (theirs.at(-1) ?? 0),
    slopeDifference: lineSlope(ours) - lineSlope(theirs),
    daysBehind: small.filter((share, place) => share < (large[place] ?? 0)).length,
  };
}

function runningSums(shares: readonly number[]): readonly number[] {
  let sum = 0;
  return shares.map((share) => (sum += share));
}

/** Slope per step of the straight line through equally spaced values (least squares); 0 for fewer than two. */
function lineSlope(values: readonly number[]): number {
  const centre = mean(values) ?? 0;
  const middle = (values.length - 1) / 2;
  let products = 0;
  let squares = 0;
  values.forEach((value, place) => {
    products += (place - middle) * (value - centre);
    squares += (place - middle) ** 2;
  });
  return squares === 0 ? 0 : products / squares;
}

/**
 * Advances less declines, of all issues counted: −1 (every issue fell) to 1.
 *
 * @returns `undefined` where no issue was counted, or a count is none
 */
export function netShare({ advances, declines, unchanged = 0 }: AdvanceDecline): number | undefined {
  const issues = advances + declines + unchanged;
  const counts = [advances, declines, unchanged];
  return counts.every((count) => Number.isInteger(count) && count >= 0) && issues > 0
    ? (advances - declines) / issues
    : undefined;
}
