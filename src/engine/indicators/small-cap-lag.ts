import type { Series } from '#domain/market/session.ts';
import { logReturns } from './market-model.ts';
import { rollingBeta } from './rolling-beta.ts';

/** Bounds of a believable beta of small on large caps. */
const LEAST_BETA = 0.8;
const MOST_BETA = 2;

/** Sessions that residuals are added up over. */
const SUMMED = 5;

export type SmallCapLag = {
  /** Sensitivity of the small index to the large one, within 0.8 and 2. */
  readonly beta: Series;
  /** Five sessions' returns of the small index beyond what beta explains, a fraction; negative when behind. */
  readonly sum: Series;
};

/**
 * What small caps did over five sessions beyond what large caps made them do.
 *
 * Each session's residual is taken with the beta of the window that ends that session.
 *
 * @param betaWindow - sessions that beta is taken over
 * @returns series as long as the closes; `sum` begins `betaWindow + 4` returns in
 */
export function smallCapLag(small: Series, large: Series, betaWindow: number): SmallCapLag {
  const smallReturns = logReturns(small);
  const largeReturns = logReturns(large);
  const beta = rollingBeta(smallReturns, largeReturns, betaWindow).map((value) =>
    value === undefined ? undefined : Math.min(MOST_BETA, Math.max(LEAST_BETA, value)),
  );
  const residual = beta.map((value, index) => {
    const ours = smallReturns[index];
    const theirs = largeReturns[index];
    return value === undefined || ours === undefined || theirs === undefined
      ? undefined
      : ours - value * theirs;
  });
  return { beta, sum: residual.map((_, index) => sumUpTo(residual, index)) };
}

function sumUpTo(residual: Series, index: number): number | undefined {
  const last = residual
    .slice(Math.max(0, index + 1 - SUMMED), index + 1)
    .filter((value) => value !== undefined);
  return last.length === SUMMED ? last.reduce((sum, value) => sum + value, 0) : undefined;
}
