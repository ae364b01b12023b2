import type { Right, Settlement } from '#domain/book/lot.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * What a number that positions are valued with was taken from.
 *
 * - `quote`: the source's own price or volatility
 * - `settlement`: the exchange's price of a session's end
 * - `implied`: a volatility computed from the middle of bid and ask
 * - `interpolated`: a volatility between those of the neighbouring strikes, where the strike itself has no market
 * - `parity`: a forward from put-call parity of the chain of the same expiry
 * - `spot-carry`: a forward from the index, the rate and the dividend yield
 * - `manual`: what somebody set by hand
 * - `model`: what the rule for days without quotes makes of index closes and settlements
 */
export type MarkBasis =
  | 'quote'
  | 'settlement'
  | 'implied'
  | 'interpolated'
  | 'parity'
  | 'spot-carry'
  | 'manual'
  | 'model';

/** One number that a position is valued with, and where it is from. Its age is the valuation's `asOf` less its own. */
export type Mark = Provenance & { readonly value: number; readonly basis: MarkBasis };

/** Why a leg cannot be valued. */
export type UnvaluedReason =
  /** It has settled. */
  | 'expired'
  /** The exchange calendar does not reach its expiry, or has no session on that day. */
  | 'beyond-calendar'
  /** No forward of its expiry: for VIX options neither a future, nor parity, nor a mark. Never the VIX itself. */
  | 'no-forward'
  /** Neither a quote of its strike, nor neighbours to interpolate between, nor a mark. */
  | 'no-volatility'
  /** Its price is no more than what it is worth at once. */
  | 'no-time-value'
  /** Its price is one that no volatility gives. */
  | 'impossible-price'
  /** No rate of interest. */
  | 'no-rate'
  /** No price of the future or share. */
  | 'no-price'
  /** The two futures that a share rolls between are not both known. */
  | 'no-roll-futures'
  /** What it would be valued on is beyond anything that was ever quoted: somebody mistyped, or a source is broken. */
  | 'absurd-mark';

/** One leg of a lot as it is held: negative quantities are sold. */
export type Leg = OptionLeg | FutureLeg | SharesLeg;

export type OptionLeg = {
  readonly kind: 'option';
  readonly root: 'SPX' | 'VIX';
  readonly right: Right;
  /** Index points. */
  readonly strike: number;
  readonly expiry: Session;
  readonly settlement: Settlement;
  readonly quantity: number;
};

export type FutureLeg = {
  readonly kind: 'future';
  readonly product: 'VX' | 'VXM';
  readonly expiry: Session;
  readonly quantity: number;
};

export type SharesLeg = {
  readonly kind: 'shares';
  readonly symbol: 'VXX' | 'UVXY';
  readonly quantity: number;
};

/** A leg, and the lot that it is part of. */
export type HeldLeg = { readonly lotId: string; readonly leg: Leg };

/** A lot of which a leg has no value, and why. */
export type UnvaluedLot = { readonly lotId: string; readonly reason: UnvaluedReason };

/** A leg without a value, and why. */
export type UnvaluedLeg = HeldLeg & { readonly reason: UnvaluedReason };

/**
 * Dollars of one leg or of several on the same underlying, signed as held.
 *
 * SPX and VIX futures are different underlyings: their deltas and gammas are never added.
 */
export type Greeks = {
  /** What it would fetch; 0 for futures, whose gains are settled daily. */
  readonly value: number;
  /** Per point of SPX, or of the VIX future. */
  readonly delta: number;
  /** Change of `delta` per point. */
  readonly gamma: number;
  /** Per calendar day. */
  readonly theta: number;
  /** Per vol point of the options' own implied volatility, unweighted. Of VIX options: per point of VVIX. */
  readonly vega: number;
  /** Per point of 30-day SPX implied volatility (about the VIX): time-weighted vega, or delta times β. */
  readonly exposure: number;
};

/** A leg with its value. */
export type LegValue = HeldLeg &
  Greeks & {
    /** Points, or dollars a share, of one contract. */
    readonly price: number;
    /** Calendar days to settlement with their fraction; absent for shares. */
    readonly days?: number;
    /** w(T) of an SPX option, β(τ) of what follows a VIX future. */
    readonly weight: number;
    /** The forward or price it was valued on. */
    readonly forward: Mark;
    /** Of options: their own implied volatility, a fraction. */
    readonly volatility?: Mark;
  };

/** What is done to the market, or to time, before positions are valued again. */
export type Shift = {
  /** Points of 30-day SPX implied volatility; other terms move by the vol geometry. */
  readonly volPoints: number;
  /** Percent of SPX. */
  readonly spotPercent: number;
  /** Calendar days that pass. Forwards and volatilities stay as they are. */
  readonly days: number;
};

/** When listed options and futures settle. */
export type SettlementClock = {
  /**
   * Epoch milliseconds (UTC) at which what expires on a day settles: `AM` on its opening, `PM` on its close.
   *
   * @returns `undefined` where the calendar does not reach
   */
  settlesAt(expiry: Session, settlement: Settlement): number | undefined;
  /** How VXX and UVXY are split between two VIX futures at an instant; absent beyond the calendar. */
  rollAt(instant: number): FuturesRoll | undefined;
};

/** How a product that holds the two nearest VIX futures is split between them. */
export type FuturesRoll = {
  readonly first: Session;
  readonly second: Session;
  /** Share of the first, 0 to 1; the rest is in the second. */
  readonly firstWeight: number;
};

/**
 * How volatilities of other terms move when 30-day SPX implied volatility (the VIX) moves by one point.
 *
 * One assumption gives both numbers: a term's volatility moves by (30 / days) to the `power`. 0.5 is root time;
 * 0 moves every term alike ("naive").
 */
export type VolGeometry = {
  readonly power: number;
  /** Vol points that the implied volatility of SPX options with so many days left moves by. */
  weight(days: number): number;
  /** Points that a VIX future with so many days left moves by. */
  beta(days: number): number;
};

/** A VIX future's beta to the VIX, as the assumption has it and as the last year shows it. */
export type BetaEstimate = {
  /** Days to settlement that the future was held at. */
  readonly days: number;
  /** From the geometry alone. */
  readonly prior: number;
  /** Slope by least squares; absent where the VIX never moved or too few sessions are known to fit a line. */
  readonly estimate?: number;
  /** Share of the future's changes that the VIX's explain, 0 to 1; absent without a slope. */
  readonly rSquared?: number;
  /** Daily changes that the slope rests on. */
  readonly sessions: number;
  /** What is used: half prior, half slope from 120 changes on; else the prior. Between 0 and 1.2. */
  readonly beta: number;
};
