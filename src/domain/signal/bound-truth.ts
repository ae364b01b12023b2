import type { Measure, Truth } from './evidence.ts';

/**
 * Whether a measure meets its bound. One that must be below or above a threshold does not while it is exactly there.
 *
 * @returns `unknown` without a value or a bound
 */
export function boundTruth({ distance, wanted }: Pick<Measure, 'distance' | 'wanted'>): Truth {
  if (distance === undefined) {
    return 'unknown';
  }
  const isStrict = wanted === '<' || wanted === '>';
  return distance < 0 || (distance === 0 && !isStrict) ? 'true' : 'false';
}
