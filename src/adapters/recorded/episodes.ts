import { z } from 'zod';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { Episode, ExpectedClose } from '#domain/history/history.ts';
import { UnknownEpisode } from '#domain/problem.ts';
import type { Episodes, RecordedEpisode } from '#ports/sources/episodes.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import { readMarketTable, recordedMarket } from './market-table.ts';
import { type RecordedPrint, readPrintTable } from './read-print-table.ts';
import { readTable } from './read-table.ts';
import { createRecordedPrints } from './recorded-prints.ts';

/** Sessions of closes that an episode has before its day 0: what the longest look back of the method takes. */
const SESSIONS_BEFORE = 340;

/** The tables that come with the bot. */
export const EPISODES = new URL('episodes/', import.meta.url);

/** `YYYY-MM-DDTHH:MM` as clocks in New York show it. */
const Instant = z.iso.datetime({ local: true, precision: -1 });

const EpisodeRow = z.object({
  id: z.iso.date(),
  first_at: Instant,
  last_at: Instant,
  ends_at: Instant,
  title: z.string().min(1),
});

const ExpectedRow = z.object({
  episode: z.iso.date(),
  session: z.iso.date(),
  state: z.enum(['CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION', 'HOLD', 'UNWIND']),
  ratio: z.coerce.number(),
});

type EpisodeRow = z.output<typeof EpisodeRow>;

/**
 * The recorded episodes that come with the bot.
 *
 * @param folder - holds the tables; ends in a slash
 * @throws SourceChanged if a table is not what it should be
 */
export function createEpisodes(folder = EPISODES): Episodes {
  const rows = readTable(folder, 'episodes.csv', EpisodeRow);
  return {
    list: () => rows.map(({ id, title }) => ({ id, title })),

    async open(id) {
      const row = rows.find((known) => known.id === id);
      if (!row) {
        const ids = rows.map((known) => known.id);
        throw new UnknownEpisode(id, ids);
      }
      return recordedEpisode(folder, row);
    },
  };
}

function recordedEpisode(folder: URL, row: EpisodeRow): RecordedEpisode {
  const table = readPrintTable(folder);
  const expected = readTable(folder, 'expected.csv', ExpectedRow);
  const episode = episodeOf(row, table, expected);
  const { releases } = episode;
  return {
    episode,
    calendar: { releases: () => Promise.resolve(releases) },
    prints: createRecordedPrints(table),
    market: marketOf(folder, row),
  };
}

function episodeOf(
  { id, title, first_at, last_at, ends_at }: EpisodeRow,
  table: readonly RecordedPrint[],
  expected: readonly z.output<typeof ExpectedRow>[],
): Episode {
  const firstAt = instantOf(first_at);
  const endsAt = instantOf(ends_at);
  return {
    id,
    title,
    firstAt,
    lastAt: instantOf(last_at),
    endsAt,
    releases: table
      .map(({ release }) => release)
      .filter(({ scheduledAt }) => scheduledAt >= firstAt && scheduledAt <= endsAt),
    expected: expected
      .filter(({ episode }) => episode === id)
      .map(({ session, state, ratio }): ExpectedClose => ({ session, state, ratio })),
  };
}

function instantOf(shown: string): number {
  const [day = '', time = ''] = shown.split('T');
  return newYorkInstant(day, time);
}

function marketOf(folder: URL, { id, ends_at }: EpisodeRow): MarketData {
  const until = ends_at.slice(0, 'YYYY-MM-DD'.length);
  const history = recordedMarket(readMarketTable(folder), { from: id, until, before: SESSIONS_BEFORE });
  return {
    source: 'Yahoo Finance and Cboe, recorded',
    history: () => Promise.resolve(history),
    quotes: () => Promise.resolve(undefined),
  };
}
