import { mean } from './mean.ts';

/** Slope per step of the straight line through equally spaced values (least squares); 0 for fewer than two. */
export function lineSlope(values: readonly number[]): number {
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
