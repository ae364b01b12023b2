import type { Session } from '#domain/market/session.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { LayerReading } from './layer-reading.ts';

/** Money that a hedge lot cost or brought on one day. */
export type HedgeFlow = {
  readonly lotId: string;
  readonly on: Session;
  /** Negative is paid. */
  readonly dollars: number;
};

/** A flow whose size nobody said. */
export type UnpricedFlow = {
  readonly lotId: string;
  readonly on: Session;
  readonly what: 'opened' | 'closed' | 'settled';
};

/** What the hedge has cost over the last 365 days, against what it may. */
export type HedgeCost = {
  /** First and last day counted, both included. */
  readonly from: Session;
  readonly until: Session;
  /** Dollars, all positive. */
  readonly paid: number;
  readonly received: number;
  /** `paid` less `received`. */
  readonly net: number;
  /** What the hedge may cost in a year; absent while nobody has said the capital. */
  readonly budget?: number;
  /** `net` over `budget`, a fraction; absent without one. */
  readonly used?: number;
  /** Of the same days: not counted, so `net` is only what is known. */
  readonly unpriced: readonly UnpricedFlow[];
};

/** A hedge lot that its layer's rules would have rolled. */
export type RollDue = {
  readonly lotId: string;
  readonly quantity: number;
  /** Absent for what belongs to no layer: then only the days left of the short layer count. */
  readonly layer?: LayerName;
  readonly expiry: Session;
  /** Calendar days since it was opened. */
  readonly daysHeld: number;
  /** Calendar days to its expiry. */
  readonly daysLeft: number;
  /** Held too long (`layers.rollAge`), too few days left (`layers.daysFloor`), or both. */
  readonly reasons: readonly ('age' | 'days-left')[];
};

/** Something about a hedge that its server is told once. */
export type HedgeNews =
  /** A layer's lot is due to be rolled. */
  | {
      readonly about: 'roll';
      readonly roll: RollDue;
      /** Lots of the same expiry that are due as well; absent where none is. */
      readonly others?: readonly RollDue[];
      readonly isIllustration: boolean;
    }
  /** Layers that are empty, too thin, or settled without a successor, short first. */
  | {
      readonly about: 'layer';
      readonly layers: readonly LayerReading[];
      readonly isIllustration: boolean;
    }
  /** So much of the year's budget is used, a fraction: 0.8 or 1. */
  | { readonly about: 'budget'; readonly reached: number; readonly cost: HedgeCost };
