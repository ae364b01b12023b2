import { z } from 'zod';
import type { Figure } from '../../domain/print.ts';
import { SourceChanged } from '../../domain/problem.ts';
import type { ConsensusSource } from '../../ports/consensus-source.ts';
import type { Web } from '../../ports/web.ts';
import { isWholeJson } from '../http/whole-json.ts';
import { readJson } from '../http/read-json.ts';

/** @see https://www.clevelandfed.org/indicators-and-data/inflation-nowcasting */
const ADDRESS =
  'https://www.clevelandfed.org/-/media/files/webcharts/inflationnowcasting/nowcast_month.json?sc_lang=en';
const SOURCE = 'Cleveland Fed';

const HEADLINE = 'CPI Inflation';
const CORE = 'Core CPI Inflation';

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

/**
 * What the Cleveland Fed's model expects of consumer prices, month on month. No survey: it is labelled as a nowcast, and
 * rounded to the nearest tick of 0.05. Of producer prices it says nothing.
 */
export function createClevelandNowcast(web: Web): ConsensusSource {
  return {
    source: SOURCE,
    nature: 'nowcast',

    async forecasts({ kind, referenceMonth, scheduledAt }, now, signal) {
      if (kind !== 'CPI' || referenceMonth === undefined || now >= scheduledAt) {
        return undefined;
      }
      const { body, askedAt } = await web.ask({ url: ADDRESS, isWhole: isWholeJson }, signal);
      const chart = readJson(SOURCE, body, Charts).find(
        ({ chart: { subcaption } }) => monthOf(subcaption) === referenceMonth,
      );
      if (!chart || askedAt >= scheduledAt) {
        return undefined;
      }
      const figures = {
        headline: latestOf(chart, HEADLINE),
        core: latestOf(chart, CORE),
        headlineYearly: {},
      };
      if (figures.headline.consensus === undefined && figures.core.consensus === undefined) {
        return undefined;
      }
      return { figures, source: SOURCE, nature: 'nowcast', capturedAt: askedAt };
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
