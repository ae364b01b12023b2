import { mean } from './mean.ts';

/** Standard deviation of a sample (divided by n − 1); `undefined` for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) {
    return undefined;
  }
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
