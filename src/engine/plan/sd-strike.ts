import type { Settings } from '#domain/settings/settings.ts';

export type StrikeCase = {
  /** The VIX future, VIX points. */
  readonly forward: number;
  /** Implied volatility at the strike, a fraction. */
  readonly volatility: number;
  readonly years: number;
  readonly deviations: number;
  readonly mode: Settings['strike.mode'];
};

/**
 * The strike so many standard deviations above a VIX future, under the option market's own volatility: lognormal
 * F·e^(k·σ√T), or linear F·(1 + k·σ√T).
 *
 * @returns VIX points, before any listing
 * @see docs/method.md#strikes
 */
export function sdStrike({ forward, volatility, years, deviations, mode }: StrikeCase): number {
  const move = deviations * volatility * Math.sqrt(years);
  return mode === 'lognormal' ? forward * Math.exp(move) : forward * (1 + move);
}
