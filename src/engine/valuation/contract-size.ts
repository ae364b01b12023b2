import type { Leg } from '#domain/hedge/valuation.ts';

/** Dollars per point of options on SPX and VIX. */
export const OPTION_MULTIPLIER = 100;
const FUTURE = 1_000;
const MINI_FUTURE = 100;

/** Dollars that one contract of a leg gains when its price rises by one point; 1 for shares. */
export function contractSize(leg: Leg): number {
  switch (leg.kind) {
    case 'option':
      return OPTION_MULTIPLIER;
    case 'future':
      return leg.product === 'VX' ? FUTURE : MINI_FUTURE;
    case 'shares':
      return 1;
  }
}
