import { exchangeFacts } from '#config/exchange-calendar.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { growFolder, type GrownFolder } from '#adapters/history/grow-folder.ts';
import { createLog } from '#adapters/log/create-log.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { createBar } from './bar.ts';
import { WrongUse } from './doctor-arguments.ts';
import { environment } from '#wiring/environment.ts';
import { failureSentence } from './failure-sentence.ts';
import { gatherHistory, type Gathered, type OwnHistory } from './gather-history.ts';
import { emptyColumns, historyAccount } from './history-account.ts';
import { HISTORY_USAGE, readHistoryArguments } from './history-arguments.ts';
import { openHistorySources } from '#wiring/history-sources.ts';
import { openQuietStore } from '#wiring/quiet-store.ts';
import { VERSION } from '#wiring/version.ts';
import { httpParts } from '#wiring/http-parts.ts';

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
  const { gathered, hasFredKey, at } = await gather(from);
  const { refusals, tables } = gathered;
  const about = { at, version: VERSION, hasFredKey, refusals };
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const nothing = filled.every(({ path }) => !path.startsWith('market/') && !path.startsWith('releases/'));
  if (nothing) {
    throw new Error(`No source could be asked, and nothing was written.\n${refusals.join('\n')}`);
  }
  const grown = await growFolder(out, tables, (all) => historyAccount(all, about));
  console.log(summary(out, grown, about));
  process.exitCode = grown.tables.some(({ before, added }) => before + added === 0) ? 1 : 0;
}

type Run = { readonly gathered: Gathered; readonly hasFredKey: boolean; readonly at: number };

async function gather(from: string): Promise<Run> {
  const env = environment();
  const wallClock = createWallClock();
  const log = createLog({ stream: process.stderr, level: env.LOG_LEVEL ?? 'silent' });
  const store = await openQuietStore(env.DATA_DIR);
  const bar = createBar(process.stderr, 'series');
  const { FRED_API_KEY: fredKey } = env;
  try {
    const http = httpParts(env, { ledger: store.sources, wallClock, log });
    const calendar = exchangeCalendar(exchangeFacts);
    const sources = openHistorySources({ http, calendar, ...(fredKey !== undefined && { fredKey }) });
    const own = await ownHistory(store.ledger, wallClock.now());
    const gathered = await gatherHistory(
      { sources, own, from, tell: bar.tell },
      new AbortController().signal,
    );
    return { gathered, hasFredKey: fredKey !== undefined, at: wallClock.now() };
  } finally {
    bar.clear();
    await store.close();
  }
}

async function ownHistory(ledger: Ledger | undefined, now: number): Promise<OwnHistory> {
  if (!ledger) {
    return { prints: [], releases: [], forecasts: new Map() };
  }
  const releases = await ledger.storedReleases();
  const forecasts = await Promise.all(
    releases.map(async ({ id }) => [id, await ledger.forecasts(id)] as const),
  );
  return { prints: await ledger.prints(now), releases, forecasts: new Map(forecasts) };
}

function summary(
  out: string,
  { tables, history }: GrownFolder,
  about: Parameters<typeof historyAccount>[1],
): string {
  const read = history
    ? `Read back: ${history.prints.length} prints, ${history.market.rut.closes.length} closes of the Russell 2000.`
    : '';
  return [
    ...tables.map(
      ({ path, before, added, last = 'nothing' }) => `${path}: ${added} added to ${before}, up to ${last}`,
    ),
    '',
    ...about.refusals,
    'Left empty:',
    ...emptyColumns(about).map((line) => `- ${line}`),
    '',
    `${read} Where it comes from stands in ${out}/PROVENANCE.md.`.trim(),
  ].join('\n');
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(failureSentence(error));
  process.exitCode = error instanceof WrongUse ? WRONG_USE : 1;
});
