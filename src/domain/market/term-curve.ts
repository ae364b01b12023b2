import type { Provenance, Reading } from './reading.ts';
import type { Session } from './session.ts';

/** One point of the term structure of volatility. */
export type TermPoint = Provenance & {
  /** Such as `VX1` or `VIX3M`. */
  readonly label: string;
  /** Calendar days that it looks ahead, or to its settlement. */
  readonly days: number;
  /** VIX points. */
  readonly value: number;
};

/** VIX futures beside the volatility indices. */
export type TermCurve = {
  /** VIX futures, nearest first. */
  readonly futures: readonly (TermPoint & { readonly expiry: Session })[];
  /** VIX9D, VIX and VIX3M, as far as they are known, nearest first. */
  readonly indices: readonly TermPoint[];
  /** VX2/VX1 − 1, and the same for 30 days; fractions. Absent with fewer than two monthly futures. */
  readonly contango?: { readonly whole: number; readonly per30Days: number };
  /** VX1/VIX − 1, a fraction; absent without both. */
  readonly basis?: number;
  /** A future that always has 30 days left, VIX points; absent where none lie around it. */
  readonly constant30?: number;
};

/** The VIX and its futures at one close. */
export type CurveSession = {
  /** VIX points; absent where unknown. */
  readonly vix?: number;
  /** Settlements of the futures, in any order: calendar days left, and VIX points. */
  readonly curve: readonly { readonly expiry: Session; readonly days: number; readonly price: number }[];
};

/** What the curve was before an instant, as far as somebody recorded it. */
export type TermHistory = {
  /** Oldest first, one per session. */
  readonly sessions: readonly CurveSession[];
};

/** The SKEW index: how dear far puts are; a level, no vol spread. */
export type SkewIndex = {
  readonly value: number;
  /** Part of the 252 sessions before that lay below, 0 to 1; absent with fewer. */
  readonly percentile?: number;
};

/** The skew of SPX options at 30 days: a 25-delta put's volatility less the call's, a fraction. */
export type PutSkew = {
  readonly putSkew: number;
  /** Epoch milliseconds (UTC) of the prices that it is from. */
  readonly asOf: number;
};

/** Put skew beside what it was before the latest print. */
export type SkewReport = PutSkew & {
  /** Absent where nobody looked before the print, or there is none. */
  readonly before?: PutSkew;
  /** Absent where nobody recorded it. */
  readonly index?: SkewIndex;
};

/** The slope of the curve at the close before a print. */
export type SlopeThen = {
  readonly session: Session;
  /** VIX3M/VIX − 1 in percent. */
  readonly slope: number;
  readonly shape: VolatilityReport['termShape'];
};

/** The volatility picture beside a decision. */
export type VolatilityReport = {
  readonly vix: Reading<number>;
  /** VIX3M/VIX − 1 in percent. */
  readonly termSlope: Reading<number>;
  readonly termShape: 'steep' | 'normal' | 'flat' | 'inverted' | 'unknown';
  /** Which of the server's three VIX gates the VIX has passed: 0 to 3; absent when the VIX is unknown. */
  readonly gate?: number;
  /** VIX9D/√252 in percent: what SPX travels in a typical day. */
  readonly expectedDailyRange: Reading<number>;
  readonly rut: Reading<number>;
  readonly spx: Reading<number>;
};
