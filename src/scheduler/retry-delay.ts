import { HOUR, MINUTE } from '#domain/duration.ts';
import { exponentialBackoff } from '#domain/exponential-backoff.ts';
import { isProblem, type Problem } from '#domain/problem.ts';

const FIRST = 2_000;
const LONGEST = 5 * MINUTE;
const HOPELESS = HOUR;

/** What may be over in a moment: a source answers again, somebody makes room on the disk. */
const PASSING: ReadonlySet<Problem['code']> = new Set(['source-unavailable', 'store-unusable']);

/**
 * How long a piece of work that failed waits for its next run, milliseconds.
 *
 * Twice as long after each failure, five minutes at most. What does not go away by itself, such as a source that
 * changed its format, is tried each hour, in case somebody has seen to it.
 *
 * @param failures - in a row, the last one included; at least 1
 */
export function retryDelay(error: unknown, failures: number): number {
  if (isProblem(error) && !PASSING.has(error.code)) {
    return HOPELESS;
  }
  return exponentialBackoff(failures, { first: FIRST, longest: LONGEST });
}
