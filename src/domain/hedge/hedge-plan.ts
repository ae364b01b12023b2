import type { StressRow } from './book-exposure.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { Mark } from './valuation.ts';

/**
 * Which calls a plan adds.
 *
 * - `deviations`: struck 1.5 to 2 standard deviations above the VIX future, as the published method has it
 * - `delta`: of about 0.50 delta, like those that are always held
 * - `held`: more, or fewer, of those that are held
 */
export type PlanStyle = 'deviations' | 'delta' | 'held';

/** Why a layer has no call to add. */
export type NoCallReason =
  /** The chain lists no VIX expiry that can be valued. */
  | 'no-expiry'
  | 'no-rate'
  | 'no-forward'
  | 'no-volatility'
  /** No strike at or above the one asked for is listed. */
  | 'no-strike-listed'
  /** The nearest listed strike is beyond the farthest one asked for. */
  | 'none-in-band'
  /** No listed strike has about the delta asked for. */
  | 'none-near-delta';

/** One VIX call of a layer: what one contract is and costs. */
export type LayerCall = {
  readonly layer: LayerName;
  readonly expiry: Session;
  /** Calendar days to settlement, with their fraction. */
  readonly days: number;
  /** Absent for a mixture of what is held. */
  readonly strike?: number;
  readonly forward: Mark;
  /** Its own, a fraction; absent for a mixture. */
  readonly volatility?: Mark;
  /** Points per point of the VIX future. */
  readonly delta: number;
  /** Dollars per point of VIX of one contract. */
  readonly unit: number;
  /** Dollars per calendar day of one contract. */
  readonly theta: number;
  /** Dollars of one contract by the model. */
  readonly theoretical: number;
  /** Dollars of one contract at the middle, at bid and at ask; absent without that quote, never 0. */
  readonly mid?: number;
  readonly bid?: number;
  readonly ask?: number;
};

/** A layer's call, or why there is none. */
export type LayerChoice =
  | (LayerCall & { readonly kind: 'call' })
  | { readonly kind: 'none'; readonly layer: LayerName; readonly reason: NoCallReason };

/** What contracts cost altogether, dollars; negative is received. */
export type PlanCost = {
  readonly theoretical: number;
  /** Absent where some contract has no two-sided quote. */
  readonly mid?: number;
  /** At ask for what is bought, at bid for what is sold; absent where some contract has none. */
  readonly touch?: number;
};

/** One layer of a plan. */
export type PlanRow = {
  readonly call: LayerCall;
  /** As the arithmetic has it, before rounding; negative closes. */
  readonly exact: number;
  /** Whole contracts; negative closes. */
  readonly whole: number;
};

/** Whole contracts that carry out a step, in one style. */
export type HedgePlan =
  | {
      readonly kind: 'plan';
      readonly style: PlanStyle;
      /** Exposure to add, dollars per point of VIX; negative takes away. */
      readonly wanted: number;
      /** Contracts before rounding, all layers together. */
      readonly exactTotal: number;
      /** Nearest expiration first. */
      readonly rows: readonly PlanRow[];
      /** H before, H that the step asks for, H with the whole contracts, and the last less the second. */
      readonly ratio: number;
      readonly target: number;
      readonly achieved: number;
      readonly error: number;
      /** No whole number of contracts lands within 0.04: the rows are the nearest there is. */
      readonly isTooSmall: boolean;
      readonly cost: PlanCost;
      /** Dollars per calendar day that the plan adds. */
      readonly theta: number;
      /** Every shock with the plan's contracts. */
      readonly stress: readonly StressRow[];
    }
  | {
      readonly kind: 'none';
      readonly style: PlanStyle;
      readonly reason: NoPlanReason;
      /** Layers without a call, with `no-call`. */
      readonly missing: readonly Extract<LayerChoice, { kind: 'none' }>[];
    };

/** Why there is no plan at all. */
export type NoPlanReason =
  /** H is not known. */
  | 'no-ratio'
  /** The step scales a hedge, and none is held. */
  | 'nothing-held'
  /** A layer has no call that could be added. */
  | 'no-call'
  /** All layers weigh 0, or their calls have no exposure. */
  | 'no-weights'
  /** The step is 0. */
  | 'no-step';

/** The ratio of a programme before and after a step. */
export type RatioStep = { readonly from: number; readonly to: number };

/** Layers' strikes at one number of standard deviations. */
export type DeviationStrike = {
  readonly deviations: number;
  readonly mode: 'lognormal' | 'linear';
  /** VIX points, before any listing. */
  readonly strike: number;
  /** The layer's implied volatility at the money, a fraction: what a standard deviation is measured by. */
  readonly volatility: number;
  /** The nearest listed strike at or above it, or why there is none. */
  readonly listed: LayerChoice;
};

/** All strikes of one layer. */
export type LayerStrikes =
  | {
      readonly kind: 'strikes';
      readonly layer: LayerName;
      readonly expiry: Session;
      readonly days: number;
      readonly forward: Mark;
      readonly strikes: readonly DeviationStrike[];
    }
  | Extract<LayerChoice, { kind: 'none' }>;

/** How many calls of each layer so many condors take. */
export type HedgeSize = {
  readonly rounding: 'largest-remainder' | 'down' | 'nearest' | 'up';
  /** Short, medium, long. */
  readonly contracts: readonly number[];
  readonly total: number;
  /** In unit terms: 0.60 × total ÷ condors. */
  readonly ratio: number;
  /** `ratio` less that of the exact, fractional size. */
  readonly error: number;
};
