import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { knownAt } from '#calendar/known-at.ts';
import type { FomcStatement } from '#domain/market/session.ts';
import type { History } from '#domain/history/history.ts';
import type { DailyCloses, MarketHistory } from '#domain/market/market.ts';
import { isProblem } from '#domain/problem.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { HistoryArchive } from '#ports/sources/episodes.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';

type HistoryDeps = {
  /** The operator's folder; `undefined` where none is named. */
  readonly readFolder: () => Promise<History | undefined>;
  readonly ledger: Pick<PrintLedger, 'prints'>;
  readonly market?: Pick<MarketData, 'history'>;
  readonly prints?: Pick<PrintSource, 'history'>;
  readonly fomc: readonly FomcStatement[];
  readonly calendar: ExchangeCalendar;
  readonly marketClock: Pick<MarketClock, 'now'>;
};

export type BotHistory = { readonly history: History; readonly from: 'folder' | 'store' | 'both' };

/**
 * All the history that the bot has at this moment: the operator's folder, and behind it what the bot has received
 * itself.
 *
 * @returns `undefined` where it has none
 * @throws HistoryUnusable; SourceUnavailable, SourceChanged where there is no folder
 */
export async function readBotHistory(
  deps: HistoryDeps,
  signal: AbortSignal,
): Promise<BotHistory | undefined> {
  const folder = await deps.readFolder();
  const own = await ownHistory(deps, folder !== undefined, signal);
  if (folder && own) {
    return { history: joined(folder, own), from: 'both' };
  }
  const one = folder ?? own;
  return one && { history: one, from: folder ? 'folder' : 'store' };
}

/** Reads the operator's folder once: it does not change while the bot runs. What failed is tried again. */
export function readOnce(archive: HistoryArchive | undefined): () => Promise<History | undefined> {
  let known: History | undefined;
  return async () => {
    known ??= await archive?.read();
    return known;
  };
}

async function ownHistory(
  deps: HistoryDeps,
  hasOther: boolean,
  signal: AbortSignal,
): Promise<History | undefined> {
  const { ledger, market, prints: source, calendar, marketClock, fomc } = deps;
  const now = marketClock.now();
  const prints = await ledger.prints(now);
  const [first] = prints;
  if (!first || !market) {
    return undefined;
  }
  try {
    const before = first.releasedAt;
    return {
      prints: prints.toSorted((a, b) => a.releasedAt - b.releasedAt),
      earlier: {
        CPI: (await source?.history('CPI', before, signal)) ?? [],
        PPI: (await source?.history('PPI', before, signal)) ?? [],
      },
      market: knownAt(await market.history(now, signal), now, calendar),
      rutSources: [],
      futures: [],
      statements: fomc,
    };
  } catch (error) {
    if (hasOther && isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}

/** The folder first; of what the bot received only what the folder does not have. */
function joined(folder: History, own: History): History {
  const ids = new Set(folder.prints.map(({ releaseId }) => releaseId));
  const days = new Set(folder.statements.map(({ day }) => day));
  return {
    ...folder,
    prints: [...folder.prints, ...own.prints.filter(({ releaseId }) => !ids.has(releaseId))].toSorted(
      (a, b) => a.releasedAt - b.releasedAt,
    ),
    market: joinedMarkets(folder.market, own.market),
    statements: [...folder.statements, ...own.statements.filter(({ day }) => !days.has(day))],
  };
}

function joinedMarkets(folder: MarketHistory, own: MarketHistory): MarketHistory {
  return {
    ...folder,
    rut: continued(folder.rut, own.rut),
    spx: continued(folder.spx, own.spx),
    vix: continued(folder.vix, own.vix),
    ...(folder.vix3m && own.vix3m && { vix3m: continued(folder.vix3m, own.vix3m) }),
    ...(folder.vix9d && own.vix9d && { vix9d: continued(folder.vix9d, own.vix9d) }),
  };
}

function continued(folder: DailyCloses, own: DailyCloses): DailyCloses {
  const last = folder.closes.at(-1)?.session ?? '';
  return { ...folder, closes: [...folder.closes, ...own.closes.filter(({ session }) => session > last)] };
}
