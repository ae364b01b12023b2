import { DAY } from '#domain/duration.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { TermCurve, TermPoint } from '#domain/market/term-curve.ts';
import { readClose } from '#engine/evidence/read-close.ts';
import { constantMaturity } from '#engine/valuation/constant-maturity.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { isVixMonthlyWeek } from '#calendar/monthly-expiration.ts';

const MONTH = 30;

/** Calendar days that each index looks ahead. */
const AHEAD = { VIX9D: 9, VIX: 30, VIX3M: 93 } as const;

/**
 * The monthly VIX futures beside the volatility indices at the last close.
 *
 * @see docs/method.md#term-curve
 */
export function termCurve(snapshot: Snapshot, sources: PriceSources): TermCurve {
  const futures = futuresOf(sources);
  const indices = indicesOf(snapshot);
  const [first, second] = futures;
  const vix = indices.find(({ label }) => label === 'VIX');
  const constant30 = constantMaturity(
    futures.map(({ days, value }) => ({ days, price: value })),
    MONTH,
  );
  const whole = first && second ? second.value / first.value - 1 : undefined;
  return {
    futures,
    indices,
    ...(first &&
      second &&
      whole !== undefined && {
        contango: { whole, per30Days: (whole * MONTH) / (second.days - first.days) },
      }),
    ...(first && vix && { basis: first.value / vix.value - 1 }),
    ...(constant30 !== undefined && { constant30 }),
  };
}

function futuresOf({ marks, forwards, clock }: PriceSources): TermCurve['futures'] {
  const marked = marks.manual.flatMap(({ of }) => (of.kind === 'future' ? [of.expiry] : []));
  const expiries = new Set(
    [...marks.futures.map(({ expiry }) => expiry), ...marked].filter(isVixMonthlyWeek),
  );
  return [...expiries]
    .toSorted()
    .flatMap((expiry) => {
      const future = forwards.future(expiry);
      const settlesAt = clock.settlesAt(expiry, 'AM');
      const days = settlesAt === undefined ? 0 : (settlesAt - marks.asOf) / DAY;
      return future && days > 0 ? [{ expiry, days, future }] : [];
    })
    .map(({ expiry, days, future }, place) => {
      const { value, asOf, source, quality } = future;
      return { expiry, days, value, asOf, source, quality, label: `VX${place + 1}` };
    });
}

function indicesOf(snapshot: Snapshot): readonly TermPoint[] {
  const { vix9d, vix, vix3m } = snapshot.market;
  const point = (label: keyof typeof AHEAD, daily: DailyCloses | undefined): readonly TermPoint[] => {
    const reading = readClose(daily, snapshot);
    if (!reading.known) {
      return [];
    }
    const { value, asOf, source, quality } = reading;
    return [{ label, days: AHEAD[label], value, asOf, source, quality }];
  };
  return [...point('VIX9D', vix9d), ...point('VIX', vix), ...point('VIX3M', vix3m)];
}
