import type { BacktestStudy, Coverage } from '#domain/history/backtest.ts';
import { counted, percent, table } from './numbers.ts';

const INPUTS: readonly (readonly [Coverage['input'], string])[] = [
  ['print', 'print classified'],
  ['consensus', 'print with consensus'],
  ['lag', 'lag'],
  ['trend', 'trend'],
  ['breadth', 'small-cap breadth'],
  ['rsi', 'RSI'],
  ['macd', 'MACD'],
  ['smallCapVol', 'small-cap volatility'],
  ['term', 'VIX term structure'],
  ['lateGate', 'VIX gate'],
  ['fomc', 'FOMC calendar'],
  ['futures', 'VIX futures'],
];

/** How much there is to go by, before anything else is said. */
export function sampleSection({ rows, coverage, from, until, outcomes, funnel }: BacktestStudy): string {
  const years = [...new Set(coverage.map(({ year }) => year))];
  const part = (input: Coverage['input'], year: string): string => {
    const yearCoverage = coverage.find((row) => row.input === input && row.year === year);
    return yearCoverage && yearCoverage.of > 0
      ? percent(yearCoverage.known / yearCoverage.of).replace(' %', '')
      : '–';
  };
  const never = INPUTS.filter(([input]) =>
    coverage.filter((row) => row.input === input).every(({ known }) => known === 0),
  ).map(([, name]) => name);
  const clusters = (stage: string): number => outcomes.find((cell) => cell.stage === stage)?.clusters ?? 0;
  const count = (id: string): number => funnel.find((stage) => stage.id === id)?.count ?? 0;
  return [
    '## How much there is to go by',
    '',
    `${counted(rows.length, 'release')} from ${from} to ${until}: ${count('weak')} weak in ${clusters('weak')} events (a CPI and a PPI of one week are one), ${count('lag')} with lag in ${clusters('lag')}, ${count('confirmed')} confirmed.`,
    'Twelve CPI and twelve PPI a year and perhaps one confirmation in three years: no claim of predictive power can rest on that.',
    '',
    'Percent of the official closes of each year at which an input was known. What is unknown never counts as true.',
    '',
    table(
      ['', ...years.map((year) => `’${year.slice(2)}`)],
      INPUTS.map(([input, name]) => [name, ...years.map((year) => part(input, year))]),
    ),
    '',
    ...(never.length > 0 ? [`Never known in this history: ${never.join(', ')}.`, ''] : []),
    'Checks at 09:45 and 10:30 had no quotes, as in every recording, so they never moved a state. Steps were adopted at the close that proposed them.',
  ].join('\n');
}
