import type { AdvanceDecline } from '#domain/market/market.ts';

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
