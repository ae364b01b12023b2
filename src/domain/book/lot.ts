import type { Session } from '#domain/market/session.ts';

export type Right = 'call' | 'put';

/** `AM`: settles on the opening of its expiry day and stops trading the session before. `PM`: on its close. */
export type Settlement = 'AM' | 'PM';

/** Which part of the layered hedge a lot belongs to, by the days that its layer begins with. */
export type LayerName = 'short' | 'medium' | 'long';

/** Strikes of an iron condor, index points, ascending in this order. */
export type CondorStrikes = {
  readonly longPut: number;
  readonly shortPut: number;
  readonly shortCall: number;
  readonly longCall: number;
};

/** What every lot says of itself. */
type LotFacts = {
  /** Unique within a book, such as `C3` or `H12`; never given twice. */
  readonly id: string;
  /** Contracts; a whole number of at least 1. Condors are sold, hedges are bought. */
  readonly quantity: number;
  readonly openedOn: Session;
  /** An example that nobody holds. Printed on every row. */
  readonly isIllustration?: true;
};

/** SPX iron condors, sold together. */
export type Condor = LotFacts & {
  readonly kind: 'condor';
  readonly expiry: Session;
  readonly settlement: Settlement;
  readonly strikes: CondorStrikes;
  /** Index points received per condor; absent where nobody said. */
  readonly credit?: number;
};

/** What each contract bought for a step adds to the filled multiplier; fixed at its fill, passed on by a roll. */
export type StepShare = {
  /** Id of the step order that it was bought for, such as `O3`. */
  readonly order: string;
  /** Multiplier of one contract: q₀·u/E₀ at the marks at which the order opened. */
  readonly each: number;
};

type HedgeFacts = LotFacts & {
  readonly kind: 'hedge';
  /** Absent for what belongs to no layer. */
  readonly layer?: LayerName;
  /** Price paid per contract or share, in the instrument's own points; absent where nobody said. */
  readonly cost?: number;
  /** What each contract counts for in the filled multiplier; absent for what no step bought. */
  readonly step?: StepShare;
};

/** Long options on the VIX; they settle in the morning of their expiry. */
export type VolatilityOption = HedgeFacts & {
  readonly instrument: 'VIX';
  readonly right: Right;
  /** VIX points. */
  readonly strike: number;
  readonly expiry: Session;
};

/** Long VIX futures: $1,000 a point, the mini $100. */
export type VolatilityFuture = HedgeFacts & {
  readonly instrument: 'VX' | 'VXM';
  readonly expiry: Session;
};

/** Shares of a product that rolls the two nearest VIX futures, once or one and a half times. */
export type VolatilityShares = HedgeFacts & { readonly instrument: 'VXX' | 'UVXY' };

export type Hedge = VolatilityOption | VolatilityFuture | VolatilityShares;

/** One position of a book. */
export type Lot = Condor | Hedge;

/** Every open position of a server, or of one member. */
export type Positions = { readonly condors: readonly Condor[]; readonly hedges: readonly Hedge[] };

/** What a server says it holds, counted in contracts. */
export type Book = {
  /** Open SPX iron condors. */
  readonly condors: number;
  /** Long VIX calls of the first three hedge expirations, nearest first. */
  readonly hedge: readonly number[];
};
