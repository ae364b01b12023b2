import type { UnvaluedLot } from './valuation.ts';

/** A joint shock, at once: no time passes. */
export type JointShock = {
  /** Percent of SPX: −4 is a fall of 4 %. */
  readonly spotPercent: number;
  /** Points of the VIX. */
  readonly volPoints: number;
};

/** Why there is no percentage. */
export type NoCoverReason =
  /** There are no condors. */
  | 'no-condors'
  /** The condors do not lose under this shock. */
  | 'no-loss'
  /** They lose less than `cover.minLoss` a condor: too small to divide by. */
  | 'too-small'
  /** The hedge loses as well: dollars, no percentage. */
  | 'hedge-loses'
  /** A leg that decides has no value. */
  | 'unvalued'
  /** Above 999 %, or no number: a mark is wrong. */
  | 'absurd';

/** What the hedge gains over what the condors lose when everything is repriced under a joint shock. */
export type CoverReading =
  | {
      readonly kind: 'cover';
      readonly shock: JointShock;
      /** A fraction, 0 to 9.99: 0.25 is "cover 25 %". */
      readonly cover: number;
      /** An unvalued long call would only add to it: "at least 25 %". */
      readonly isAtLeast: boolean;
      /** Dollars, signed: of every SPX position, and of every hedge lot. */
      readonly condors: number;
      readonly hedge: number;
    }
  | {
      readonly kind: 'unknown';
      readonly shock: JointShock;
      readonly reason: NoCoverReason;
      /** Dollars, signed, as far as all legs of that side have a value. */
      readonly condors?: number;
      readonly hedge?: number;
      /** What has no value; empty where that is not the reason. */
      readonly unvalued: readonly UnvaluedLot[];
    };
