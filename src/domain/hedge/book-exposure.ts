import type { LayerName } from '#domain/book/lot.ts';
import type { CoverReading } from './cover.ts';
import type { Session } from '#domain/market/session.ts';
import type { Greeks, HeldLeg, LegValue, Mark, Shift, UnvaluedLeg } from './valuation.ts';

/** Why a ratio cannot be told. */
export type NoRatioReason =
  /** The condors are not short of volatility: nothing is there to hedge. */
  | 'no-short-vega'
  /** There are no condors. */
  | 'no-condors'
  /** No leg of one side could be valued. */
  | 'unvalued'
  /** The book does not lose in this shock. */
  | 'no-loss'
  /** Beyond ±99, or no number at all: what it is divided by is next to nothing, or a mark is wrong. */
  | 'absurd';

/** Hedge over what it hedges, or why there is no such number. */
export type Ratio =
  | {
      readonly known: true;
      readonly value: number;
      /** Some legs could not be valued and are not in it. */
      readonly isPartial: boolean;
    }
  | { readonly known: false; readonly reason: NoRatioReason };

/** Hedge positions of one expiration. */
export type HedgeRow = {
  /** Absent for shares, which have none. */
  readonly expiry?: Session;
  /** Those that its lots name, short before long. */
  readonly layers: readonly LayerName[];
  /** Calendar days to settlement with their fraction; absent for shares and beyond the calendar. */
  readonly days?: number;
  /** Options and futures held, or shares. */
  readonly contracts: number;
  /** The VIX future, or the share's price, that the row was valued on; absent where nothing could be valued. */
  readonly forward?: Mark;
  /** Of one contract on average, points per point of the future; absent where nothing could be valued. */
  readonly delta?: number;
  /** Points that the future moves by for one of the VIX; absent where nothing could be valued. */
  readonly beta?: number;
  /** Dollars per point of VIX; absent where nothing could be valued. */
  readonly exposure?: number;
  /** `exposure` over what the condors are short: the rows' add up to the ratio. */
  readonly ratio: Ratio;
  /** Part of all hedge exposure, a fraction; absent where that is none. */
  readonly share?: number;
  /** Whether it is among the expirations that the ratio is measured over. Shares always are. */
  readonly isCounted: boolean;
  readonly values: readonly LegValue[];
  readonly unvalued: readonly UnvaluedLeg[];
};

/** What is sold. */
export type CondorSide = {
  /** Iron condors held. */
  readonly contracts: number;
  /** `vega` is raw, `exposure` time-weighted: dollars per point of VIX, negative when short. */
  readonly totals: Greeks;
  readonly values: readonly LegValue[];
  readonly unvalued: readonly UnvaluedLeg[];
};

/** What is bought against it. */
export type HedgeSide = {
  /** By expiry, nearest first; shares before all. */
  readonly rows: readonly HedgeRow[];
  /** `vega` is that of VIX options, per point of VVIX, and is no hedge of SPX vega. */
  readonly totals: Greeks;
  /** Dollars per point of VIX of the rows that are counted. */
  readonly counted: number;
};

/** What a book gains and loses in one shock, at once. */
export type StressRow = {
  readonly shift: Shift;
  /** Dollars, signed. */
  readonly condors: number;
  /** Dollars of the expirations that the ratio is measured over. */
  readonly hedge: number;
  /** `hedge` over the condors' loss. */
  readonly ratio: Ratio;
};

/** What is left when the nearest hedge expiration has settled and nobody has done anything. */
export type AfterExpiry = {
  readonly expiry: Session;
  /** Calendar days until then, with their fraction. */
  readonly days: number;
  /** With everything else as it is now, but without that expiration. */
  readonly ratio: Ratio;
  /** The same once those days have passed: condors that have settled by then are gone too. */
  readonly agedRatio: Ratio;
};

/** A book as far as it can be valued: exposures in dollars and the hedge ratio H. */
export type VegaExposure = {
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  /** What was done to the market before; absent for as it is. */
  readonly shift?: Shift;
  readonly condors: CondorSide;
  readonly hedge: HedgeSide;
  /** H over the counted expirations. */
  readonly ratio: Ratio;
  /** H over all of them. */
  readonly ratioOfAll: Ratio;
  /** Whether some leg has no value; totals are partial then. */
  readonly isPartial: boolean;
  readonly unvalued: readonly UnvaluedLeg[];
  /** Legs that have settled within the days of the shift; empty without one. */
  readonly settled: readonly HeldLeg[];
};

/** A book counted in contracts. */
export type ContractCount = {
  readonly condors: number;
  /** VIX calls by expiration, nearest first. Counted books know no expirations. */
  readonly hedge: readonly { readonly expiry?: Session; readonly contracts: number }[];
  /** 0.60 × calls of the counted expirations ÷ condors. */
  readonly ratio: Ratio;
  /** Positions that count as no call: puts, futures, shares. */
  readonly uncounted: number;
};

/** Why contracts are counted: there are no lots; the others in decisions of before 2026-12 only. */
export type UnitReason = 'set' | 'unvalued-legs' | 'no-lots';

/** How a server's hedge stands: which measure speaks, why, and what it is made of. */
export type BookExposure = {
  readonly mode: 'vega' | 'unit';
  /** Only in unit mode. */
  readonly unitReason?: UnitReason;
  /** H of lots, partial where a leg has no value; a count's own ratio without lots. */
  readonly ratio: Ratio;
  /** Absent without lots. */
  readonly vega?: VegaExposure;
  /** Contracts beside it; absent where neither lots nor counts are known. */
  readonly unit?: ContractCount;
  /** Cover, the headline's shock (`cover.shock`) first; absent without lots. */
  readonly cover?: readonly CoverReading[];
  /** No condor has more than seven days left: vega, and H with it, says little at that age. */
  readonly isShortDated?: true;
  /** H(+10): what the hedge would make of the condors' loss if the VIX rose by ten points at once. */
  readonly stressRatio?: Ratio;
  /** Every shock. This and `stressRatio` are absent without lots, and once a shift has been applied. */
  readonly stress?: readonly StressRow[];
  /** Absent without a hedge that expires, and once a shift has been applied. */
  readonly afterNextExpiry?: AfterExpiry;
};

/** Contracts that would carry the ratio from where it is to where the step puts it. */
export type ContractPlan = {
  /** As the arithmetic has it, before rounding, nearest expiration first. Negative closes. */
  readonly exact: readonly number[];
  /** Whole contracts, nearest expiration first. */
  readonly whole: readonly number[];
  /** The ratio in unit terms after the whole contracts. */
  readonly achieved: number;
  /** `achieved` less the ratio the step asks for. */
  readonly error: number;
};

/** How much hedge a server carries, counted in contracts ("unit mode"). */
export type ExposureReading =
  | {
      readonly mode: 'unit';
      readonly condors: number;
      readonly hedge: readonly number[];
      /** 0.60 × hedge contracts ÷ condors: 4/4/2 calls per ten condors are 0.60. */
      readonly ratio: number;
      /** Contracts for the decision's step; `too-small` when no whole number lands near; absent without a step. */
      readonly plan?: ContractPlan | 'too-small';
    }
  | { readonly mode: 'none'; readonly reason: 'no-book' | 'no-condors' };
