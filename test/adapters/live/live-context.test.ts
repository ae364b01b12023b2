import { describe, expect, it } from 'vitest';
import { createLiveContext } from '#adapters/live/live-context.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { ContextSeries, ContextSeriesName } from '#ports/sources/market-data.ts';
import { createShiftedClock } from '#test/support/process/shifted-clock.ts';

const NOW = Date.parse('2024-08-14T08:30:00-04:00');

/** Six days, each a hundredth above the one before, and one of the day itself, which nobody knows yet. */
function rising(first: number) {
  const days = ['06', '07', '08', '09', '12', '13', '14'];
  return days.map((day, place) => ({ day: `2024-08-${day}`, value: first + place / 100 }));
}

function seriesOf(
  levels: Readonly<Partial<Record<ContextSeriesName, number>>>,
): ContextSeries & { asked: string[] } {
  const asked: string[] = [];
  return {
    source: 'FRED',
    asked,
    async values(name) {
      asked.push(name);
      const level = levels[name];
      if (level === undefined) {
        throw new SourceUnavailable('FRED');
      }
      return { values: rising(level), source: 'FRED', quality: 'live' };
    },
  };
}

describe('createLiveContext', () => {
  it('gives the last value before the day, and how it changed over one and over five', async () => {
    const series = seriesOf({ DTWEXBGS: 122, DGS2: 4, DGS10: 3.9, DFII10: 1.7, BAMLH0A0HYM2: 3.4 });
    const context = await createLiveContext({ series, wallClock: createShiftedClock(NOW) }).read(NOW);
    expect(context.map(({ name }) => name)).toEqual([
      'dollar',
      'curve',
      'nominalTen',
      'realTen',
      'highYield',
    ]);
    expect(context[0]).toMatchObject({ day: '2024-08-13', oneDay: 0.01, fiveDays: 0.05 });
    expect(context[0]?.reading).toMatchObject({ known: true, value: 122.05, source: 'FRED' });
    expect(context[1]).toMatchObject({ reading: { value: -0.1 }, oneDay: 0, fiveDays: 0 });
  });

  it('says of a series that nobody gives that it is unknown, and keeps the rest', async () => {
    const series = seriesOf({ DGS10: 3.9, DFII10: 1.7 });
    const context = await createLiveContext({ series, wallClock: createShiftedClock(NOW) }).read(NOW);
    expect(context.filter(({ reading }) => reading.known).map(({ name }) => name)).toEqual([
      'nominalTen',
      'realTen',
    ]);
  });

  it('asks once for all decisions of an hour', async () => {
    const series = seriesOf({ DTWEXBGS: 122, DGS2: 4, DGS10: 3.9, DFII10: 1.7, BAMLH0A0HYM2: 3.4 });
    const context = createLiveContext({ series, wallClock: createShiftedClock(NOW) });
    await context.read(NOW);
    await context.read(NOW + 1_000);
    expect(series.asked).toHaveLength(5);
  });
});
