import { shiftDay } from '#calendar/calendar-day.ts';
import type { OptionQuote } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';

/** Index points between two strikes, and where SPX strikes begin and end. */
const STEP = 25;
const LOWEST = 5_300;
const HIGHEST = 6_700;

/** VIX points up to which calls are struck. */
const VIX_STRIKES = { least: 10, most: 90 };

/** Weeks after the condor's expiry that a roll may look at. */
const LATER = [0, 7, 14, 21];

/** A point of a volatility skew. */
export type SkewPoint = { readonly strike: number; readonly volatility: number };

/**
 * SPX options of an expiry and of three weeks behind it on one skew: volatilities without a bid or an ask, for nobody
 * trades an example.
 *
 * @param skew - ascending by strike; straight between its points, and beyond them
 */
export function illustratedIndexQuotes(expiry: Session, skew: readonly SkewPoint[]): readonly OptionQuote[] {
  const strikes = Array.from({ length: (HIGHEST - LOWEST) / STEP + 1 }, (_, step) => LOWEST + step * STEP);
  return LATER.map((days) => shiftDay(expiry, days)).flatMap((day) =>
    strikes.flatMap((strike) =>
      (['put', 'call'] as const).map((right): OptionQuote => ({
        root: 'SPX',
        expiry: day,
        settlement: 'PM',
        strike,
        right,
        volatility: volatilityAt(strike, skew),
      })),
    ),
  );
}

/** VIX calls of one expiry at every whole strike, all with the same volatility. */
export function illustratedCalls(expiry: Session, volatility: number): readonly OptionQuote[] {
  const { least, most } = VIX_STRIKES;
  return Array.from({ length: most - least + 1 }, (_, place): OptionQuote => ({
    root: 'VIX',
    expiry,
    settlement: 'AM',
    strike: least + place,
    right: 'call',
    volatility,
  }));
}

function volatilityAt(strike: number, skew: readonly SkewPoint[]): number {
  const above = Math.min(
    skew.length - 1,
    Math.max(
      1,
      skew.findIndex((point) => point.strike >= strike),
    ),
  );
  const beyond = strike > (skew.at(-1)?.strike ?? strike) ? skew.length - 1 : above;
  const [left, right] = [skew[beyond - 1], skew[beyond]];
  if (!left || !right) {
    throw new RangeError('a skew has at least two points');
  }
  const part = (strike - left.strike) / (right.strike - left.strike);
  return Math.max(LEAST, left.volatility + part * (right.volatility - left.volatility));
}

/** No option of an example has less, however far its strike lies. */
const LEAST = 0.1;
