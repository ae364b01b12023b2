import { newYorkInstant } from '#calendar/new-york.ts';
import type { History } from '#domain/history/history.ts';
import type { DailyBreadth, DailyCloses } from '#domain/market/market.ts';
import type { Print } from '#domain/releases/print.ts';
import type { HistoryArchive } from '#ports/sources/episodes.ts';
import { figuresOf } from '#adapters/recorded/print-figures.ts';
import { mergeRows } from './merge-rows.ts';
import { type ReleaseRow, TABLES } from './tables.ts';

/** Names of the providers that the rows name. */
const HOUSES: Readonly<Record<string, string>> = {
  yahoo_rut: 'Yahoo Finance',
  ibkr_rut: 'Interactive Brokers',
  cboe_rut: 'Cboe',
  yahoo_spx: 'Yahoo Finance',
  cboe_spx: 'Cboe',
};

/**
 * A folder of recorded history, or several of which each continues the ones before it.
 *
 * Days on which the exchanges are closed stay in the VIX's series as they are in the file; whoever puts closes
 * beside sessions leaves them out.
 *
 * @param folders - at least one; where two have the same row they must agree
 */
export function createHistoryArchive(folders: readonly string[]): HistoryArchive {
  return { read: async () => readHistory(folders) };
}

function readHistory(folders: readonly string[]): History {
  const rut = mergeRows(folders, TABLES.rut);
  const spx = mergeRows(folders, TABLES.spx);
  const breadth = mergeRows(folders, TABLES.breadth);
  const volatility = mergeRows(folders, TABLES.volatility);
  const statements = mergeRows(folders, TABLES.statements);
  return {
    prints: printsOf(mergeRows(folders, TABLES.releases)),
    market: {
      rut: closesOf(rut, ({ close }) => close, houseOf(rut)),
      spx: closesOf(spx, ({ close }) => close, houseOf(spx)),
      vix: closesOf(mergeRows(folders, TABLES.vix), ({ close }) => close, 'Cboe'),
      ...(volatility.length > 0 && {
        vix9d: closesOf(volatility, ({ vix9d }) => vix9d, 'Cboe'),
        vix3m: closesOf(volatility, ({ vix3m }) => vix3m, 'Cboe'),
        vvix: closesOf(volatility, ({ vvix }) => vvix, 'Cboe'),
      }),
      ...(breadth.length > 0 && {
        breadth: {
          small: countsOf(breadth, 'sp600', 'S&P 600'),
          large: countsOf(breadth, 'sp500', 'S&P 500'),
        },
      }),
    },
    rutSources: rut
      .filter(({ source }, index) => source !== rut[index - 1]?.source)
      .map(({ date, source }) => ({ from: date, source: HOUSES[source] ?? source })),
    futures: mergeRows(folders, TABLES.futures).map(({ date, vx1, vx2 }) => ({
      session: date,
      first: vx1,
      second: vx2,
    })),
    statements: statements
      .filter(({ kind }) => kind !== 'tentative')
      .map(({ statement_day: day, kind }) => ({ day, scheduled: kind === 'scheduled' })),
  };
}

/** Who gave a table's first rows; where another one goes on, the rows say so. */
function houseOf(rows: readonly { readonly source: string }[]): string {
  const source = rows[0]?.source ?? '';
  return HOUSES[source] ?? source;
}

function closesOf<Row extends { readonly date: string }>(
  rows: readonly Row[],
  levelOf: (row: Row) => number | undefined,
  source: string,
): DailyCloses {
  const closes = rows.flatMap((row) => {
    const close = levelOf(row);
    return close === undefined ? [] : [{ session: row.date, close }];
  });
  return { closes, source, quality: 'recorded' };
}

type BreadthRow = Readonly<
  Record<`sp${'500' | '600'}_${'advancers' | 'decliners'}`, number> & { date: string }
>;

function countsOf(rows: readonly BreadthRow[], column: 'sp500' | 'sp600', universe: string): DailyBreadth {
  const days = rows.map((row) => ({
    session: row.date,
    advances: row[`${column}_advancers`],
    declines: row[`${column}_decliners`],
  }));
  return { universe, days, source: 'shoppafund, counted from quotes', quality: 'proxy' };
}

function printsOf(rows: readonly ReleaseRow[]): readonly Print[] {
  const latest = new Map<string, ReleaseRow>();
  return rows
    .map((row) => {
      const before = latest.get(row.release);
      latest.set(row.release, row);
      return printOf(row, before);
    })
    .toSorted((first, second) => first.releasedAt - second.releasedAt);
}

function printOf(row: ReleaseRow, before: ReleaseRow | undefined): Print {
  const releasedAt = Date.parse(row.release_datetime_utc);
  const consensusSource = row.core_mom_consensus_source || row.headline_mom_consensus_source;
  return {
    releaseId: `${row.release}-${row.release_date}`,
    kind: row.release,
    referenceMonth: row.reference_month,
    figures: figuresOf(row, before),
    scheduledAt: newYorkInstant(row.release_date, '08:30'),
    releasedAt,
    receivedAt: releasedAt,
    source: 'BLS',
    ...(consensusSource !== '' && { consensusSource }),
    quality: 'recorded',
    ...(row.notes !== '' && { note: row.notes }),
  };
}
