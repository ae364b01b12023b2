import { z } from 'zod';
import type { Figure } from '#domain/releases/print.ts';
import { SourceChanged } from '#domain/problem.ts';
import { HOUR } from '#domain/duration.ts';
import type { WallClock } from '#ports/clock.ts';
import type { ConsensusSource } from '#ports/sources/release-data.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';

/** @see https://www.clevelandfed.org/indicators-and-data/inflation-nowcasting */
const ADDRESS =
  'https://www.clevelandfed.org/-/media/files/webcharts/inflationnowcasting/nowcast_month.json?sc_lang=en';
const SOURCE = 'Cleveland Fed';

const HEADLINE = 'CPI Inflation';
const CORE = 'Core CPI Inflation';

/** What was read stands for so long: it changes once a day. */
const LIFETIME = HOUR;

const TICKS_IN_PERCENT = 20;

/** A change on the month in percent; blank on days on which nothing was computed. */
const Point = z.object({
  value: z
    .string()
    .regex(/^(-?\d+(\.\d+)?)?$/)
    .optional(),
});

/** One chart a month; the month that it speaks of stands under its title as `2023-6`. */
const Chart = z.object({
  chart: z.object({ subcaption: z.string().regex(/^\d{4}-\d{1,2}$/) }),
  dataset: z.array(z.object({ seriesname: z.string(), data: z.array(Point) })),
});

const Charts = z.array(Chart).min(1);

export type ClevelandParts = { readonly client: HttpClient; readonly clock: Pick<WallClock, 'now'> };

type ReadCharts = { readonly charts: z.output<typeof Charts>; readonly capturedAt: number };

/**
 * What the Cleveland Fed's model expects of consumer prices, month on month. No survey: it is labelled as a nowcast, and
 * rounded to the nearest tick of 0.05. Of producer prices it says nothing.
 */
export function createClevelandNowcast({ client, clock }: ClevelandParts): ConsensusSource {
  const months = cachedRequest(clock, LIFETIME, async (url: string, signal): Promise<ReadCharts> => {
    const { body, askedAt } = await client.ask({ url, isWhole: isWholeJson }, signal);
    return { charts: readJson(SOURCE, body, Charts), capturedAt: askedAt };
  });

  return {
    source: SOURCE,
    nature: 'nowcast',

    async forecasts({ kind, referenceMonth, scheduledAt }, now, signal) {
      if (kind !== 'CPI' || referenceMonth === undefined || now >= scheduledAt) {
        return undefined;
      }
      const { charts, capturedAt } = await months(ADDRESS, signal);
      const ofThatMonth = charts.find(({ chart: { subcaption } }) => monthOf(subcaption) === referenceMonth);
      if (!ofThatMonth || capturedAt >= scheduledAt) {
        return undefined;
      }
      const figures = {
        headline: latestOf(ofThatMonth, HEADLINE),
        core: latestOf(ofThatMonth, CORE),
        headlineYearly: {},
      };
      if (figures.headline.consensus === undefined && figures.core.consensus === undefined) {
        return undefined;
      }
      return { figures, source: SOURCE, nature: 'nowcast', capturedAt };
    },
  };
}

/** `2023-6` as `2023-06`. */
function monthOf(subcaption: string): string {
  const [year = '', month = ''] = subcaption.split('-');
  return `${year}-${month.padStart(2, '0')}`;
}

function latestOf({ dataset }: z.output<typeof Chart>, name: string): Figure {
  const series = dataset.find(({ seriesname }) => seriesname === name);
  if (!series) {
    throw new SourceChanged(SOURCE, `no series "${name}"`);
  }
  const values = series.data.flatMap(({ value = '' }) => (value === '' ? [] : [Number(value)]));
  const latest = values.at(-1);
  return latest === undefined ? {} : { consensus: ticksOf(latest) };
}

function ticksOf(percent: number): number {
  const ticks = Math.round(percent * TICKS_IN_PERCENT);
  return ticks === 0 ? 0 : ticks;
}
