import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { HOUR } from '#domain/duration.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { WallClock } from '#ports/clock.ts';
import type { ContextSeries } from '#ports/sources/market-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import { attempt } from '#adapters/diagnostics/attempt.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';

/** Days after which a yield is no rate of today any more: long week-ends and late publication fit in. */
const LONGEST_AGE = 10;

/** Milliseconds for which one asking serves: the series has one value a day. */
const LIFETIME = 3 * HOUR;

/** Treasury yields are quoted in percent, compounded twice a year. */
const HALF_YEARS = 2;
const PERCENT = 100;

type Parts = {
  readonly series: ContextSeries;
  readonly diagnostics: SourceDiagnostics;
  readonly wallClock: WallClock;
};

/**
 * The rate that options are valued with: the Treasury's yield of three months.
 *
 * @returns what gives it at an instant of the market clock, continuously compounded, a fraction a year; unknown where
 *   nobody has one of the last ten days
 * @see https://home.treasury.gov/policy-issues/financing-the-government/interest-rate-statistics/interest-rates-frequently-asked-questions
 */
export function createBillRate({
  series,
  diagnostics,
  wallClock,
}: Parts): (now: number, signal: AbortSignal) => Promise<Reading<number>> {
  const askedFor = cachedRequest(wallClock, LIFETIME, (day: string, signal) =>
    series.values('DGS3MO', shiftDay(day, -LONGEST_AGE), signal),
  );

  return async (now, signal) => {
    const today = newYorkDay(now);
    const about = { subject: 'rate', source: series.source, at: wallClock.now() };
    const outcome = await attempt(() => askedFor(today, signal), diagnostics, about);
    if (outcome.isRefused) {
      return { known: false, reason: 'not-supplied' };
    }
    const { values, source, quality } = outcome.value;
    const last = values.findLast(({ day }) => day <= today);
    if (!last || last.day < shiftDay(today, -LONGEST_AGE)) {
      return { known: false, reason: 'stale' };
    }
    const value = HALF_YEARS * Math.log1p(last.value / PERCENT / HALF_YEARS);
    return { known: true, value, asOf: newYorkInstant(last.day, '16:00'), source, quality };
  };
}
