import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { HistoryUnusable } from '#domain/history/history-problem.ts';

const RELEASE_HEAD = [
  'release,reference_month,release_date,release_time_et,release_datetime_utc',
  'headline_mom_actual,headline_mom_consensus,headline_mom_previous,headline_mom_consensus_source',
  'core_mom_actual,core_mom_consensus,core_mom_previous,core_mom_consensus_source',
  'headline_yoy_actual,headline_yoy_consensus,headline_yoy_previous,notes',
].join(',');

/** Invented, to have every quirk of the layout within a few lines. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'releases/cpi_ppi_releases.csv': [
    RELEASE_HEAD,
    'CPI,2023-05,2023-06-13,08:30,2023-06-13T12:30:00Z,0.1,0.2,0.4,house,0.4,0.4,0.4,house,4,4.1,4.9,',
    'CPI,2023-06,2023-07-12,08:30,2023-07-12T12:30:00Z,0.2,0.3,0.15,house,0.2,0.3,0.4,house,3,3.1,4,late',
  ],
  'market/rut_daily.csv': ['date,close,source', '2023-07-03,1896.96,yahoo_rut', '2023-07-05,1872.5,ibkr_rut'],
  'market/spx_daily.csv': ['date,close', '2023-07-03,4455.59', '2023-07-05,4446.82'],
  'market/vix_daily.csv': [
    'date,close,spx_session',
    '2023-07-03,13.57,yes',
    '2023-07-04,13.6,no',
    '2023-07-05,14.18,yes',
  ],
};

const root = mkdtempSync(join(tmpdir(), 'vega-history-'));
const folder = join(root, 'first');
const later = join(root, 'later');

function write(into: string, tables: Readonly<Record<string, readonly string[]>>): void {
  for (const [path, lines] of Object.entries(tables)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), `${lines.join('\n')}\n`);
  }
}

function edit(path: string, from: string, to: string): void {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  write(folder, TABLES);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('createHistoryArchive', () => {
  it('reads prints as ticks, with the month before as it was known and as it is restated', async () => {
    const { prints } = await createHistoryArchive([folder]).read();
    expect(prints.at(-1)).toMatchObject({
      releaseId: 'CPI-2023-07-12',
      figures: { headline: { actual: 4, consensus: 6, previous: 2, revisedPrevious: 3 } },
      consensusSource: 'house',
      note: 'late',
      releasedAt: Date.UTC(2023, 6, 12, 12, 30),
    });
  });

  it('leaves out what the folder does not have, and tells from when the Russell comes from whom', async () => {
    const history = await createHistoryArchive([folder]).read();
    expect(history.market.breadth).toBeUndefined();
    expect(history.market.vix3m).toBeUndefined();
    expect(history).toMatchObject({ futures: [], statements: [] });
    expect(history.rutSources).toEqual([
      { from: '2023-07-03', source: 'Yahoo Finance' },
      { from: '2023-07-05', source: 'Interactive Brokers' },
    ]);
  });

  it.each([
    [
      'a cell that is no number',
      'market/vix_daily.csv',
      '13.57',
      'n/a',
      /vix_daily.csv, line 2, column close: "n\/a"/,
    ],
    ['a price of zero', 'market/spx_daily.csv', '4446.82', '0', /line 3, column close: "0" is not above 0/],
    ['a day that no calendar has', 'market/rut_daily.csv', '2023-07-05', '2023-02-30', /line 3, column date/],
    [
      'a column that is missing',
      'market/spx_daily.csv',
      'date,close',
      'date,last',
      /column close: there is no such column/,
    ],
    [
      'a day told twice',
      'market/spx_daily.csv',
      '2023-07-05',
      '2023-07-03',
      /line 3: 2023-07-03 stands in line 2/,
    ],
    ['a line with a cell too many', 'market/spx_daily.csv', '4446.82', '4446.82,1', /line 3/],
    [
      'a print between two ticks',
      'releases/cpi_ppi_releases.csv',
      ',0.1,0.2,',
      ',0.13,0.2,',
      /headline_mom_actual/,
    ],
  ])('refuses %s, naming the place', async (...[, path, from, to, message]) => {
    edit(path, from, to);
    const reading = createHistoryArchive([folder]).read();
    await expect(reading).rejects.toThrow(HistoryUnusable);
    await expect(reading).rejects.toThrow(message);
  });

  it('says which table is missing', async () => {
    rmSync(join(folder, 'market/vix_daily.csv'));
    await expect(createHistoryArchive([folder]).read()).rejects.toThrow(
      /vix_daily.csv: there is no such file/,
    );
  });

  it('lets a later folder continue an earlier one, and both tell the days between', async () => {
    cpSync(folder, later, { recursive: true });
    write(later, { 'market/spx_daily.csv': ['date,close', '2023-07-05,4446.82', '2023-07-06,4411.59'] });
    const { market } = await createHistoryArchive([folder, later]).read();
    expect(market.spx.closes.map(({ session }) => session)).toEqual([
      '2023-07-03',
      '2023-07-05',
      '2023-07-06',
    ]);
  });

  it('refuses two folders that tell a day differently', async () => {
    cpSync(folder, later, { recursive: true });
    write(later, { 'market/spx_daily.csv': ['date,close', '2023-07-05,4446.8'] });
    await expect(createHistoryArchive([folder, later]).read()).rejects.toThrow(
      /later.market.spx_daily.csv, line 2, column close: 2023-07-05 is 4446.8 here and 4446.82 in .*first.market.spx_daily.csv, line 3/,
    );
  });
});
