import { z } from 'zod';
import { newYorkDay } from '#calendar/new-york.ts';
import type { Figure, Figures } from '#domain/releases/print.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import { HOUR } from '#domain/duration.ts';
import type { WallClock } from '#ports/clock.ts';
import type { ConsensusSource } from '#ports/sources/release-data.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';
import { PercentTicks } from './percent-ticks.ts';

/** The running week, Sunday to Saturday. @see https://www.forexfactory.com/calendar */
const ADDRESS = 'https://nfs.faireconomy.media/ff_calendar_thisweek.json';
const SOURCE = 'ForexFactory';

/** A week that was read stands for so long: the feed refuses whoever asks more often. */
const LIFETIME = HOUR;

/** What the feed calls each figure, of the United States only. It has no change on the year of producer prices. */
const TITLES = {
  CPI: { headline: 'CPI m/m', core: 'Core CPI m/m', headlineYearly: 'CPI y/y' },
  PPI: { headline: 'PPI m/m', core: 'Core PPI m/m', headlineYearly: 'PPI y/y' },
} as const satisfies Record<ReleaseKind, Record<keyof Figures, string>>;

const Week = z.array(
  z.object({
    title: z.string(),
    country: z.string(),
    date: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
    forecast: z.string(),
    previous: z.string(),
  }),
);

const Expected = z.object({ forecast: PercentTicks, previous: PercentTicks });

export type ForexFactoryParts = { readonly client: HttpClient; readonly clock: Pick<WallClock, 'now'> };

type ReadWeek = { readonly events: z.output<typeof Week>; readonly capturedAt: number };

/**
 * Median forecasts of the running week as ForexFactory shows them, each with the moment at which it read so: the feed
 * is edited until the release, and after it.
 */
export function createForexFactoryConsensus({ client, clock }: ForexFactoryParts): ConsensusSource {
  const week = cachedRequest(clock, LIFETIME, async (url: string, signal): Promise<ReadWeek> => {
    const { body, askedAt } = await client.ask({ url, isWhole: isWholeJson }, signal);
    return { events: readJson(SOURCE, body, Week), capturedAt: askedAt };
  });

  return {
    source: SOURCE,
    nature: 'survey',

    async forecasts(release, _now, signal) {
      const { events, capturedAt } = await week(ADDRESS, signal);
      const figures = figuresOf(release, events);
      return figures ? { figures, source: SOURCE, nature: 'survey', capturedAt } : undefined;
    },
  };
}

function figuresOf({ kind, scheduledAt }: Release, events: ReadWeek['events']): Figures | undefined {
  const day = newYorkDay(scheduledAt);
  const ofThatDay = events.filter(({ country, date }) => country === 'USD' && newYorkDay(date) === day);
  const { headline, core, headlineYearly } = TITLES[kind];
  const figures = {
    headline: figureOf(ofThatDay, headline),
    core: figureOf(ofThatDay, core),
    headlineYearly: figureOf(ofThatDay, headlineYearly),
  };
  return Object.values(figures).some(({ consensus }) => consensus !== undefined) ? figures : undefined;
}

function figureOf(events: ReadWeek['events'], wanted: string): Figure {
  const event = events.find(({ title }) => title === wanted);
  if (!event) {
    return {};
  }
  const read = Expected.safeParse(event);
  if (!read.success) {
    throw new SourceChanged(SOURCE, `${wanted}: ${z.prettifyError(read.error)}`, { cause: read.error });
  }
  const { forecast, previous } = read.data;
  return {
    ...(forecast !== undefined && { consensus: forecast }),
    ...(previous !== undefined && { previous }),
  };
}
