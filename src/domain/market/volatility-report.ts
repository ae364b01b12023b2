import type { Reading } from './reading.ts';

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
