import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { SHARED_DIR } from '#test/support/http/shared-dir.ts';

/**
 * Makes the tables of the recorded episodes from the project's recorded history:
 *
 *     SHARED_DIR=../shared node test/support/record-episodes.ts
 *
 * To add an episode: add its line to `episodes.csv` (instants as New York's clocks show them), put `FIRST` early
 * enough for 340 sessions before its day 0, and run this; then `test/support/foretell-episodes.ts` for what the rules
 * make of it. Values are copied as they are written in the sources; nothing is rounded, filled in or computed.
 */
const FOLDER = new URL('../../../src/adapters/recorded/episodes/', import.meta.url);

/** The first session of the tables of the market. */
const FIRST = '2013-05-01';

type Row = Readonly<Record<string, string>>;

function read(path: string): readonly Row[] {
  const text = readFileSync(`${SHARED_DIR}/data/${path}`, 'utf8');
  return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
}

/** Lines of a table, the names of its columns first. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function byDate(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row['date'] ?? '', row]));
}

const LEVELS = ['vix', 'vix9d', 'vix3m', 'vix6m', 'vix1y', 'vvix', 'skew'];

function market(): string {
  const spx = read('market/spx_daily.csv').filter(({ date = '' }) => date >= FIRST);
  const rut = byDate(read('market/rut_daily.csv'));
  const volatility = byDate(read('market/vol_indices_daily.csv'));
  return table(
    ['session', 'rut', 'spx', ...LEVELS],
    spx.map(({ date = '', close = '' }) => {
      const levels = LEVELS.map((name) => volatility.get(date)?.[name] ?? '');
      return [date, rut.get(date)?.['close'] ?? '', close, ...levels];
    }),
  );
}

const MONTHS = ['vx1', 'vx2', 'vx3', 'vx4', 'vx5', 'vx6', 'vx7', 'vx8'];

/** Sessions before an episode whose two nearest futures are kept: what beta is estimated from. */
const SESSIONS_OF_BETA = 255;

/** Settlements of every VIX future while an episode lasts, and of the two nearest in the year before it. */
function futures(): string {
  const rows = read('vix_futures/vx_settlements_daily.csv');
  const episodes = z
    .array(z.object({ id: z.string(), ends_at: z.string() }))
    .parse(parse(readFileSync(new URL('episodes.csv', FOLDER)), { columns: true }));
  const depth = new Map<string, number>();
  for (const { id, ends_at } of episodes) {
    const first = rows.findIndex(({ date = '' }) => date >= id);
    rows.forEach(({ date = '' }, place) => {
      const isNear = first >= 0 && place >= first - SESSIONS_OF_BETA && place < first - 1;
      const isWithin = first >= 0 && place >= first - 1 && date <= ends_at;
      depth.set(date, Math.max(depth.get(date) ?? 0, isWithin ? MONTHS.length : isNear ? 2 : 0));
    });
  }
  return table(
    ['session', ...MONTHS],
    rows.flatMap((row) => {
      const { date = '' } = row;
      const kept = depth.get(date) ?? 0;
      return kept === 0 ? [] : [[date, ...MONTHS.map((name, at) => (at < kept ? (row[name] ?? '') : ''))]];
    }),
  );
}

function breadth(): string {
  const names = ['sp600_advancers', 'sp600_decliners', 'sp500_advancers', 'sp500_decliners'];
  return table(
    ['session', 'small_advances', 'small_declines', 'large_advances', 'large_declines'],
    read('breadth/exchange_and_index_advance_decline.csv').map((row) => [
      row['date'] ?? '',
      ...names.map((name) => row[name] ?? ''),
    ]),
  );
}

/** How people call the calendars from which forecasts were taken. */
const CALENDARS: Readonly<Record<string, string>> = {
  forexfactory: 'ForexFactory',
  investing: 'investing.com',
  fxstreet: 'FXStreet',
};

const SERIES = ['headline_mom', 'core_mom', 'headline_yoy'];
const FIGURES = SERIES.flatMap((series) =>
  ['actual', 'consensus', 'previous'].map((name) => `${series}_${name}`),
);

/** From the first report on Final Demand until sixty later ones have taken the place of Finished Goods. */
const DEFINITION_CHANGED = { from: '2014-02-19', until: '2019-02-14' };

function noteOf({ release, release_date: date = '', notes = '' }: Row): string {
  const mixed = release === 'PPI' && date >= DEFINITION_CHANGED.from && date <= DEFINITION_CHANGED.until;
  const parts = [...(mixed ? ['definition changed on 2014-02-19: Finished Goods before'] : []), notes];
  return parts.filter((part) => part !== '' && !part.startsWith('first release on')).join('; ');
}

function prints(): string {
  return table(
    ['kind', 'reference_month', 'date', 'scheduled', 'released', ...FIGURES, 'consensus_source', 'note'],
    read('releases/cpi_ppi_releases.csv').map((row) => {
      const sources = SERIES.map((series) => row[`${series}_consensus_source`]?.split('_')[0] ?? '');
      const named = new Set(sources.flatMap((source) => CALENDARS[source] ?? []));
      return [
        row['release'] ?? '',
        row['reference_month'] ?? '',
        row['release_date'] ?? '',
        '08:30',
        row['release_time_et'] ?? '',
        ...FIGURES.map((name) => row[name] ?? ''),
        [...named].join(' and '),
        noteOf(row),
      ];
    }),
  );
}

/** The tables by file name, as text, made afresh from the recorded history. */
export function recordedTables(): Readonly<Record<string, string>> {
  return {
    'market.csv': market(),
    'futures.csv': futures(),
    'breadth.csv': breadth(),
    'prints.csv': prints(),
  };
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(recordedTables())) {
    writeFileSync(new URL(name, FOLDER), text);
  }
}
