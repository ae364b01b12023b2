import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { SHARED_DIR } from '#test/support/http/shared-dir.ts';

/**
 * Cuts the recorded history of the tests out of the project's whole one:
 *
 *     SHARED_DIR=../shared node test/support/engine/record-history.ts
 *
 * Values are copied as they are written there; nothing is rounded, filled in or computed.
 */
const FOLDER = new URL('../../fixtures/history/', import.meta.url);

/** Closes begin 317 sessions (the longest window by default) before the first release that is judged by them. */
const CLOSES = { column: 'date', from: '2017-06-01', until: '2020-05-29' };

/** Prints begin early enough for sixty surprises before the first release that is judged by them. */
const RELEASES = { column: 'release_date', from: '2013-06-01', until: '2020-05-29' };

const FIGURES = ['headline_mom', 'core_mom', 'headline_yoy'].flatMap((series) =>
  ['actual', 'consensus', 'previous'].map((name) => `${series}_${name}`),
);

type Row = Readonly<Record<string, string>>;

type Cut = {
  /** The same below the whole history and below the fixture. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly keeps: (row: Row) => boolean;
};

function within({ column, from, until }: typeof CLOSES): (row: Row) => boolean {
  return ({ [column]: day = '' }) => day >= from && day <= until;
}

/** Expirations around one that a condor may have, for each strike near the money that is a multiple of 25. */
function isNearby({ expiry = '', strike = '' }: Row): boolean {
  const isListed = ['2024-01-19', '2024-02-16', '2024-02-23', '2024-02-29', '2024-03-15'].includes(expiry);
  return isListed && Number(strike) >= 4_300 && Number(strike) <= 5_050 && Number(strike) % 25 === 0;
}

const CUTS: readonly Cut[] = [
  {
    path: 'releases/cpi_ppi_releases.csv',
    columns: [
      'release',
      'reference_month',
      'release_date',
      'release_datetime_utc',
      ...FIGURES,
      'headline_mom_consensus_source',
      'core_mom_consensus_source',
      'notes',
    ],
    keeps: within(RELEASES),
  },
  { path: 'market/rut_daily.csv', columns: ['date', 'close', 'source'], keeps: within(CLOSES) },
  { path: 'market/spx_daily.csv', columns: ['date', 'close'], keeps: within(CLOSES) },
  { path: 'market/vix_daily.csv', columns: ['date', 'close'], keeps: within(CLOSES) },
  {
    path: 'market/vol_indices_daily.csv',
    columns: ['date', 'vix9d', 'vix3m', 'vvix'],
    keeps: within(CLOSES),
  },
  { path: 'vix_futures/vx_settlements_daily.csv', columns: ['date', 'vx1', 'vx2'], keeps: within(CLOSES) },
  {
    path: 'official/fomc_meetings.csv',
    columns: ['statement_day', 'kind'],
    keeps: within({ column: 'statement_day', from: '2017-03-01', until: '2020-09-30' }),
  },
  {
    path: 'official/cpi_ppi_index_levels.csv',
    columns: ['reference_month', 'cpi_nsa_cuur0000sa0'],
    keeps: within({ column: 'reference_month', from: '2012-05', until: '2020-04' }),
  },
  {
    path: 'options/spx_chain_2024-01-05.csv',
    columns:
      'quote_time_et spot option_symbol root expiry dte type strike bid ask last volume iv delta'.split(' '),
    keeps: isNearby,
  },
];

function cut({ path, columns, keeps }: Cut): string {
  const text = readFileSync(`${SHARED_DIR}/data/${path}`, 'utf8');
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
  return [columns, ...rows.filter(keeps).map((row) => columns.map((column) => quoted(row[column] ?? '')))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The tables by path below `test/fixtures/history`, as text, cut afresh out of the whole history. */
export function historyTables(): Readonly<Record<string, string>> {
  return Object.fromEntries(CUTS.map((one) => [one.path, cut(one)]));
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(historyTables())) {
    const file = new URL(path, FOLDER);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
  }
}
