import type { CondorStrikes, Settlement } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { Mark } from './valuation.ts';

/** Why a number of a condor is not there. */
export type NoCondorNumber =
  /** Nobody said what was received, and the condor cannot be valued. */
  | 'no-credit'
  | 'no-forward'
  | 'no-volatility'
  /** SPX itself is unknown. */
  | 'no-spot'
  /** VIX9D is unknown, and with it the expected daily range. */
  | 'no-range'
  | 'expired';

/** A value for each side of a condor. */
export type BothSides = {
  /** Of the puts: below. */
  readonly low: number;
  /** Of the calls: above. */
  readonly high: number;
};

/** A number, or why there is none. */
export type CondorNumber<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly reason: NoCondorNumber };

/** Where an index settles, risk-neutral: three parts that add up to 1. */
export type SettleProbability = {
  /** Below the lower break-even, between the two, above the higher. */
  readonly below: number;
  readonly inside: number;
  readonly above: number;
  /** `digitals`: from call and put spreads of the chain. `volatility`: from each side's own volatility. */
  readonly method: 'digitals' | 'volatility';
};

/** How far SPX is from the nearer break-even. */
export type Buffer = {
  readonly side: 'low' | 'high';
  /** Index points to it; negative beyond it. */
  readonly points: number;
  /** Percent of SPX. */
  readonly percent: number;
  /** What `multiples` counts; absent in rows of before December 2026, where it is `range`. */
  readonly basis?: 'deviations' | 'range';
  /**
   * `deviations`: standard deviations to expiry by that side's own volatility. `range`, with three days left or fewer:
   * expected moves to expiry, the daily range times the root of the sessions left.
   */
  readonly multiples: number;
  /** Multiples asked for: `breakEven.minZ`, or `breakEven.confirmedZ` while confirmed. */
  readonly threshold: number;
  readonly isEnough: boolean;
};

/** Where one condor stands. */
export type CondorReport = {
  readonly lotId: string;
  readonly quantity: number;
  readonly strikes: CondorStrikes;
  readonly expiry: Session;
  readonly settlement: Settlement;
  /** Calendar days to settlement with their fraction; absent beyond the calendar. */
  readonly days?: number;
  readonly forward?: Mark;
  /** Index points a condor: what was received or, where nobody said, what the model has it cost now. */
  readonly credit: CondorNumber<{ readonly points: number; readonly basis: 'received' | 'model' }>;
  readonly breakEvens: CondorNumber<BothSides>;
  /** Dollars of all condors of the lot. */
  readonly maximumProfit: CondorNumber<number>;
  readonly maximumLoss: CondorNumber<number>;
  /** Each short strike's own implied volatility, a fraction. */
  readonly volatility: CondorNumber<BothSides>;
  /** Standard deviations from the forward to each break-even by its side's volatility. */
  readonly deviations: CondorNumber<BothSides>;
  /** Where SPX settles among the break-evens. */
  readonly inside: CondorNumber<SettleProbability>;
  /** Probability of touching each break-even before settlement, an estimate. */
  readonly touch: CondorNumber<BothSides>;
  readonly buffer: CondorNumber<Buffer>;
};

/** How a change moves a condor's break-evens. */
export type BreakEvenChange = {
  /** Index points by which the tent becomes wider; negative when narrower. */
  readonly width: number;
  /** The same in percent of SPX; absent where SPX is unknown. */
  readonly widthPercent?: number;
  /** Points that each break-even moves by. */
  readonly breakEvens: BothSides;
  /** Change of the standard deviations to each; absent where one of the two is unknown. */
  readonly deviations?: BothSides;
};
