import { exchangeFacts } from '#config/exchange-facts.ts';
import { fomcStatements } from '#config/fomc-statements.ts';
import type { Env } from '#config/env.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { gatherHistory, type HistorySources, readOwnHistory } from '#adapters/history/gather-history.ts';
import { growFolder, type GrownFolder } from '#adapters/history/grow-folder.ts';
import { provenance, type ProvenanceFacts } from '#adapters/history/provenance.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Log } from '#ports/log.ts';
import { httpParts } from './http-parts.ts';
import { openProviders, providerKeys, type Providers } from './providers.ts';
import { openQuietStore } from './quiet-store.ts';
import { VERSION } from './version.ts';

export type HistoryRequest = {
  /** The folder; what is in it stays as it is. */
  readonly out: string;
  /** Earliest day wanted, `YYYY-MM-DD`. */
  readonly from: string;
};

export type HistoryReport = { readonly grown: GrownFolder; readonly facts: ProvenanceFacts };

type Parts = {
  readonly env: Env;
  readonly log: Log;
  /** Told after each series. */
  readonly tell: (done: number, all: number) => void;
};

/**
 * Fills or continues a history folder from those whom the bot asks too, within its quotas.
 *
 * @throws Error where nobody gave anything, and nothing was written; HistoryUnusable
 */
export async function fillHistory({ out, from }: HistoryRequest, parts: Parts): Promise<HistoryReport> {
  const { env, log, tell } = parts;
  const wallClock = createWallClock();
  const store = await openQuietStore(env.DATA_DIR);
  try {
    const http = httpParts(env, { ledger: store.sources, wallClock, log });
    const keys = providerKeys(env);
    const { tables, refusals } = await gatherHistory(
      {
        sources: historySources(openProviders({ http, calendar: exchangeCalendar(exchangeFacts), keys })),
        own: await readOwnHistory(store.ledger, wallClock.now()),
        statements: fomcStatements,
        from,
        tell,
      },
      new AbortController().signal,
    );
    const filled = tables.filter(({ rows }) => rows.length > 0);
    if (filled.every(({ path }) => !path.startsWith('market/') && !path.startsWith('releases/'))) {
      throw new Error(`No source could be asked, and nothing was written.\n${refusals.join('\n')}`);
    }
    const facts = { at: wallClock.now(), version: VERSION, hasFredKey: keys.fred !== undefined, refusals };
    return { grown: await growFolder(out, tables, (all) => provenance(all, facts)), facts };
  } finally {
    await store.close();
  }
}

function historySources({ cboe, yahoo, fred }: Providers): HistorySources {
  return {
    closes: [
      { mark: 'cboe', source: cboe.indexHistory },
      { mark: 'yahoo', source: yahoo.closes },
    ],
    ...(fred && { prints: fred.firstPrints }),
  };
}
