import type { Series } from '#domain/market/session.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** A change of sign. `bearish` goes from above zero to below. */
export type Crossing = { readonly index: number; readonly kind: 'bearish' | 'bullish' };

/**
 * Where a series passes through zero, oldest first.
 *
 * A value of exactly zero crosses nothing: the crossing is at the first value on the other side. Nothing crosses
 * over a gap.
 */
export function zeroCrossings(series: Series): readonly Crossing[] {
  const crossings: Crossing[] = [];
  let side = 0;
  series.forEach((value, index) => {
    const sign = value === undefined ? 0 : Math.sign(roundOff(value));
    if (side * sign < 0) {
      crossings.push({ index, kind: sign < 0 ? 'bearish' : 'bullish' });
    }
    side = value === undefined ? 0 : sign || side;
  });
  return crossings;
}
