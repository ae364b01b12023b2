import { emptyColumns } from '#adapters/history/provenance.ts';
import { createLog } from '#adapters/log/create-log.ts';
import { environment } from '#wiring/environment.ts';
import { fillHistory, type HistoryReport } from '#wiring/fill-history.ts';
import { createProgressBar } from './progress-bar.ts';
import { readDay, readOptions, runProgram, WrongUse } from './command-line.ts';

const USAGE = `npm run history -- --from 2007 --out DIR   fills or continues a folder for npm run backtest
  --from YEAR         the first year, or a day YYYY-MM-DD (2007 unless told)
  --out DIR           the folder; what is in it stays as it is, and only what is new is added
First prints of CPI and PPI take FRED_API_KEY. Ends with 0 when the folder can be read by the backtest.`;

async function run(args: readonly string[]): Promise<void> {
  const { help, from, out } = readOptions(args, {
    command: 'run history',
    options: { from: { type: 'string', default: '2007' }, out: { type: 'string' } },
  });
  if (help) {
    console.log(USAGE);
    return;
  }
  if (out === undefined) {
    throw new WrongUse(`A history needs --out.\n\n${USAGE}`);
  }
  const env = environment();
  const log = createLog({ stream: process.stderr, level: env.LOG_LEVEL ?? 'silent' });
  const bar = createProgressBar(process.stderr, 'series');
  try {
    const report = await fillHistory({ out, from: firstDay(from) }, { env, log, tell: bar.tell });
    bar.clear();
    console.log(summary(out, report));
    process.exitCode = report.grown.tables.some(({ before, added }) => before + added === 0) ? 1 : 0;
  } finally {
    bar.clear();
  }
}

function summary(out: string, { grown: { tables, history }, facts }: HistoryReport): string {
  const read = history
    ? `Read back: ${history.prints.length} prints, ${history.market.rut.closes.length} closes of the Russell 2000.`
    : '';
  return [
    ...tables.map(
      ({ path, before, added, last = 'nothing' }) => `${path}: ${added} added to ${before}, up to ${last}`,
    ),
    '',
    ...facts.refusals,
    'Left empty:',
    ...emptyColumns(facts).map((line) => `- ${line}`),
    '',
    `${read} Where it comes from stands in ${out}/PROVENANCE.md.`.trim(),
  ].join('\n');
}

/** A year stands for its first day. */
function firstDay(from: string): string {
  if (/^\d{4}$/.test(from)) {
    return `${from}-01-01`;
  }
  return readDay('--from', from, 'a year such as 2007 or a day such as 2007-01-01');
}

runProgram(run);
