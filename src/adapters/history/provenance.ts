import type { Grown } from './grow-table.ts';

export type ProvenanceFacts = {
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
  readonly version: string;
  readonly hasFredKey: boolean;
  readonly refusals: readonly string[];
};

/** Rows named in the account. */
const NAMED = 20;

const SOURCES = [
  '| market/rut_daily.csv, market/spx_daily.csv | Cboe index files (cdn.cboe.com); where Cboe refuses, Yahoo Finance, the last two years. The column `source` says which |',
  '| market/vix_daily.csv, market/vol_indices_daily.csv | Cboe index files: VIX, VIX9D, VIX3M, VVIX |',
  '| releases/cpi_ppi_releases.csv | first prints from ALFRED’s vintages (St. Louis Fed), computed from the levels as they stood on the day; beside them what this bot saw itself |',
  '| official/fomc_meetings.csv | the list that comes with the bot, copied from the Federal Reserve’s |',
];

/** What a history folder says of where its contents come from, and of what nobody gives. */
export function provenance(tables: readonly Grown[], about: ProvenanceFacts): string {
  return [
    '# Where this history comes from',
    '',
    `Written by \`npm run history\` of Vega Steward ${about.version}, last on ${new Date(about.at).toISOString()}.`,
    'What is in a file is never changed: later runs only add rows.',
    '',
    '| file | source |',
    '| --- | --- |',
    ...SOURCES,
    '',
    '| file | rows | added last | first | last |',
    '| --- | --- | --- | --- | --- |',
    ...tables.map(
      ({ path, before, added, first = '', last = '' }) =>
        `| ${path} | ${before + added} | ${added} | ${first} | ${last} |`,
    ),
    '',
    '## What is left empty',
    '',
    ...emptyColumns(about).map((line) => `- ${line}`),
    ...section('## Refused in the last run', about.refusals),
    ...section('## Sources say otherwise than these rows, which stay as they were', differences(tables)),
    '',
  ].join('\n');
}

/** What no source gives for nothing, in words; never filled with anything made up. */
export function emptyColumns({ hasFredKey }: Pick<ProvenanceFacts, 'hasFredKey'>): readonly string[] {
  return [
    'Historical consensus: no free source gives it. Those columns hold what this bot captured itself before a release (ForexFactory), and are blank for every other one.',
    ...(hasFredKey
      ? []
      : [
          'First prints: they take FRED_API_KEY, which was not set; only what this bot saw itself is here. The levels that BLS gives today are revised, and are not used.',
        ]),
    'PPI before 2014-02-19: then it was the PPI for finished goods, another series.',
    'Breadth (breadth/): the table’s columns are the S&P 600 and the S&P 500; Massive with today’s members of the Russell 2000 would be another universe, and is not put in its place.',
    'VIX futures (vix_futures/): Cboe settles one day a question; the days of years are not asked for.',
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, '', ...lines.map((line) => `- ${line}`)];
}

function differences(tables: readonly Grown[]): readonly string[] {
  return tables
    .filter(({ differing }) => differing.length > 0)
    .map(({ path, differing }) => {
      const more = differing.length > NAMED ? ` and ${differing.length - NAMED} more` : '';
      return `${path}: ${differing.slice(0, NAMED).join(', ')}${more}`;
    });
}
