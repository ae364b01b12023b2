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
