import type { Session } from '#domain/market/session.ts';

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
