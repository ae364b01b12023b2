import type { DailyCloses } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';
import type { SkewIndex } from '#domain/market/term-curve.ts';

/** Sessions that a level is ranked among, its own left out. */
const LOOKBACK = 252;

/**
 * The SKEW index of a session and its rank among the 252 before: context, never a gate.
 *
 * @returns `undefined` where that session has none
 */
export function skewIndex({ closes }: DailyCloses, session: Session): SkewIndex | undefined {
  const place = closes.findLastIndex((close) => close.session === session);
  const value = closes[place]?.close;
  if (value === undefined) {
    return undefined;
  }
  const before = closes.slice(Math.max(0, place - LOOKBACK), place);
  const below = before.filter(({ close }) => close < value).length;
  return { value, ...(before.length === LOOKBACK && { percentile: below / LOOKBACK }) };
}
