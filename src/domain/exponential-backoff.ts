export type Backoff = {
  /** Milliseconds to wait after the first failure. */
  readonly first: number;
  /** Milliseconds that are never exceeded; without it the wait goes on doubling. */
  readonly longest?: number;
};

/**
 * How long to wait after a failure, milliseconds: twice as long after each one.
 *
 * @param failures - in a row, the last one included; at least 1
 */
export function exponentialBackoff(
  failures: number,
  { first, longest = Number.POSITIVE_INFINITY }: Backoff,
): number {
  return Math.min(longest, first * 2 ** (failures - 1));
}
