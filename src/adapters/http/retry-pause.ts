import type { ClientPolicy } from './client-policy.ts';

/**
 * How long to wait before the next attempt, milliseconds: anything up to twice as long after each failure, so that
 * many who failed together do not come back together ("full jitter").
 *
 * @param failures - in a row, at least 1
 * @param chance - in [0, 1)
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryPause(
  { firstPause, longestPause }: ClientPolicy['retries'],
  failures: number,
  chance: number,
): number {
  return Math.floor(chance * Math.min(longestPause, firstPause * 2 ** (failures - 1)));
}
