import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { HOUR } from '#domain/duration.ts';
import type { ContextName, ContextReading, ContextValues } from '#domain/market/market-context.ts';
import { isProblem } from '#domain/problem.ts';
import type { WallClock } from '#ports/clock.ts';
import type { ContextSeries, ContextSeriesName, MarketContext } from '#ports/sources/market-data.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';
import { awaitSource } from './await-source.ts';

/** Milliseconds that a decision waits for its context; it is there for the next one. */
const TIMEOUT = 2_000;

/** Milliseconds for which one asking serves, since each series has one value a day; and for which it may take. */
const LIFETIME = HOUR;
const LONGEST = 30_000;

/** Days that are read: six values, holidays and late publication included. */
const DAYS_READ = 25;

const BACK = 5;

const SERIES = [
  'DTWEXBGS',
  'DGS2',
  'DGS10',
  'DFII10',
  'BAMLH0A0HYM2',
] as const satisfies readonly ContextSeriesName[];

const NOT_SUPPLIED = { known: false, reason: 'not-supplied' } as const;

export type LiveContextParts = { readonly series: ContextSeries; readonly wallClock: WallClock };

type Values = ContextValues['values'];

/** Yields, the dollar and a spread for context, each with how it has changed. */
export function createLiveContext({ series, wallClock }: LiveContextParts): MarketContext {
  const never = new AbortController().signal;
  const askers = SERIES.map((name) =>
    cachedRequest(wallClock, LIFETIME, (day: string) =>
      series.values(name, shiftDay(day, -DAYS_READ), AbortSignal.timeout(LONGEST)),
    ),
  );

  async function valuesOf(ask: (typeof askers)[number], day: string): Promise<ContextValues | undefined> {
    const timeout = { wallClock, milliseconds: TIMEOUT, source: series.source };
    try {
      return await awaitSource(ask(day, never), timeout);
    } catch (error) {
      if (isProblem(error)) {
        return undefined;
      }
      throw error;
    }
  }

  return {
    async read(now) {
      const today = newYorkDay(now);
      const [dollar, two, ten, real, spread] = await Promise.all(askers.map((ask) => valuesOf(ask, today)));
      const read = (name: ContextName, values: ContextValues | undefined): ContextReading =>
        readingOf(name, values, today);
      return [
        read('dollar', dollar),
        read('curve', lessOf(ten, two)),
        read('nominalTen', ten),
        read('realTen', real),
        read('highYield', spread),
      ];
    },
  };
}

/** Day by day, where both have one. */
function lessOf(one: ContextValues | undefined, other: ContextValues | undefined): ContextValues | undefined {
  if (!one || !other) {
    return undefined;
  }
  const by = new Map(other.values.map(({ day, value }) => [day, value]));
  const values = one.values.flatMap(({ day, value }) => {
    const beside = by.get(day);
    return beside === undefined ? [] : [{ day, value: rounded(value - beside) }];
  });
  return { ...one, values };
}

function readingOf(
  name: ContextName,
  contextValues: ContextValues | undefined,
  today: string,
): ContextReading {
  const values = contextValues?.values.filter(({ day }) => day < today) ?? [];
  const last = values.at(-1);
  if (!contextValues || !last) {
    return { name, reading: NOT_SUPPLIED };
  }
  const { source, quality } = contextValues;
  const asOf = newYorkInstant(last.day, '16:00');
  return {
    name,
    reading: { known: true, value: last.value, asOf, source, quality },
    day: last.day,
    ...changeSince(values, 1, 'oneDay'),
    ...changeSince(values, BACK, 'fiveDays'),
  };
}

function changeSince(
  values: Values,
  back: number,
  name: 'oneDay' | 'fiveDays',
): Partial<Record<typeof name, number>> {
  const last = values.at(-1)?.value;
  const before = values.at(-1 - back)?.value;
  return last === undefined || before === undefined ? {} : { [name]: rounded(last - before) };
}

/** To the ten-thousandth, which no series has. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
