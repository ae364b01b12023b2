import type { FutureLeg, Leg, Mark, OptionLeg, SharesLeg, UnvaluedLeg } from '#domain/hedge/valuation.ts';

/** A leg with everything that its value is computed from, so that it can be valued again under any shift. */
export type PricedLeg = { readonly lotId: string } & (PricedOption | PricedFuture | PricedShares);

export type PricedOption = {
  readonly leg: OptionLeg;
  /** Epoch milliseconds (UTC). */
  readonly settlesAt: number;
  /** Of SPX: the forward of its expiry. Of VIX: the VIX future of its expiry. */
  readonly forward: Mark;
  /** A fraction. */
  readonly volatility: Mark;
  /** Continuously compounded, a fraction a year. */
  readonly rate: number;
  /** Points that the forward moves by for one of the index; 1 for VIX, and where the index is unknown. */
  readonly forwardPerSpot: number;
  /** Rate less dividend yield, a fraction a year: what the forward loses as time passes; 0 for VIX. */
  readonly carry: number;
};

export type PricedFuture = {
  readonly leg: FutureLeg;
  readonly settlesAt: number;
  readonly forward: Mark;
};

export type PricedShares = {
  readonly leg: SharesLeg;
  /** Dollars a share. */
  readonly price: Mark;
  /** Points of the future that a share follows, per point of the two futures: shares × this is like contracts. */
  readonly perPoint: number;
  readonly parts: readonly { readonly settlesAt: number; readonly weight: number }[];
};

/** Positions with what they are valued on, and those that cannot be. */
export type PricedBook = {
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  readonly legs: readonly PricedLeg[];
  readonly unvalued: readonly UnvaluedLeg[];
};

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
