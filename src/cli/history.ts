import { emptyColumns } from '#adapters/history/provenance.ts';
import { createLog } from '#adapters/log/create-log.ts';
import { environment } from '#wiring/environment.ts';
import { fillHistory, type HistoryReport } from '#wiring/fill-history.ts';
import { createBar } from './bar.ts';
import { WrongUse } from './doctor-arguments.ts';
import { failureSentence } from './failure-sentence.ts';
import { HISTORY_USAGE, readHistoryArguments } from './history-arguments.ts';

const WRONG_USE = 2;

async function run(given: readonly string[]): Promise<void> {
  const { help, from, out } = readHistoryArguments(given);
  if (help) {
    console.log(HISTORY_USAGE);
    return;
  }
  if (out === undefined) {
    throw new WrongUse(`A history needs --out.\n\n${HISTORY_USAGE}`);
  }
  const env = environment();
  const log = createLog({ stream: process.stderr, level: env.LOG_LEVEL ?? 'silent' });
  const bar = createBar(process.stderr, 'series');
  try {
    const report = await fillHistory({ out, from }, { env, log, tell: bar.tell });
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

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(failureSentence(error));
  process.exitCode = error instanceof WrongUse ? WRONG_USE : 1;
});
