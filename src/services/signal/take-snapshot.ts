import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero, knownAt } from '#calendar/known-at.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { latestStatement } from '#calendar/latest-statement.ts';
import { nearestStatement } from '#calendar/nearest-statement.ts';
import { rebalanceWindow } from '#calendar/rebalance-window.ts';
import { DAY, MINUTE } from '#domain/duration.ts';
import type { Evaluation, KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import type { FomcStatement, Session } from '#domain/market/session.ts';
import { NoLiveSources } from '#domain/problem.ts';
import type { Print } from '#domain/releases/print.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { MarketContext, MarketData } from '#ports/sources/market-data.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';

/** Sessions for which a print is carried along: the longest window that a server may set, and one over. */
const SESSIONS_A_PRINT_MATTERS = 11;

/** Milliseconds after which an intraday quote is not used any more. */
const QUOTE_LIFETIME = 20 * MINUTE;

/** Milliseconds within which another session surely follows. */
const LONGEST_PAUSE = 7 * DAY;

export type SnapshotDeps = {
  readonly calendar: ExchangeCalendar;
  readonly fomc: readonly FomcStatement[];
  readonly ledger: Pick<PrintLedger, 'prints'>;
  /** Absent while no source of market data is connected. */
  readonly market?: MarketData;
  readonly prints?: PrintSource;
  /** Absent where nobody gives yields. */
  readonly context?: MarketContext;
};

/**
 * Everything that may be known at an instant, and nothing later.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function takeSnapshot(
  deps: SnapshotDeps,
  evaluation: Evaluation,
  now: number,
  signal: AbortSignal,
): Promise<Snapshot> {
  const { calendar } = deps;
  if (!deps.market || !deps.prints) {
    throw new NoLiveSources();
  }
  const market = knownAt(await deps.market.history(now, signal), now, calendar);
  const { session } = evaluation;
  const lastSession = calendar.lastUsable(now);
  const first = market.rut.closes[0]?.session ?? lastSession;
  const quotes = evaluation.kind === 'check' ? await freshQuotes(deps.market, now, signal) : undefined;
  const fomc = nearestStatement(session, deps.fomc, calendar);
  const latest = latestStatement(now, deps.fomc);
  const prints = await deps.ledger.prints(now);

  return {
    asOf: now,
    evaluation,
    lastSession,
    sessions: calendar.sessionsBetween(first, later(session, lastSession)),
    market,
    prints: await knownPrints(deps.prints, prints, { session, now, calendar, signal }),
    ...(quotes && { quotes }),
    ...(deps.context && { context: await deps.context.read(now) }),
    ...rebalanceAt(now, calendar),
    ...(fomc && { fomc: { ...fomc, ...(latest !== undefined && { latest }) } }),
  };
}

function later(one: Session, other: Session): Session {
  return one > other ? one : other;
}

/** Nothing where the exchange calendar ends. */
function rebalanceAt(now: number, calendar: ExchangeCalendar): Pick<Snapshot, 'rebalance'> {
  const tomorrow = newYorkDay(now + LONGEST_PAUSE);
  return calendar.covers(tomorrow) ? { rebalance: rebalanceWindow(now, calendar) } : {};
}

async function freshQuotes(
  market: MarketData,
  now: number,
  signal: AbortSignal,
): Promise<Snapshot['quotes'] | undefined> {
  const quotes = await market.quotes(now, signal);
  if (!quotes || now - Math.min(quotes.rut.at, quotes.spx.at) > QUOTE_LIFETIME) {
    return undefined;
  }
  return quotes;
}

type Window = {
  readonly session: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  readonly calendar: ExchangeCalendar;
  readonly signal: AbortSignal;
};

/** Prints whose window may still be open, each with what it is measured against. */
export async function knownPrints(
  source: PrintSource,
  prints: readonly Print[],
  { session, now, calendar, signal }: Window,
): Promise<readonly KnownPrint[]> {
  const since = calendar.shift(session, -SESSIONS_A_PRINT_MATTERS);
  const known: KnownPrint[] = [];
  for (const print of prints) {
    const zero = dayZero(print.releasedAt, calendar);
    if (zero >= since && zero <= session) {
      const status = await source.status?.(print, now);
      known.push({
        print,
        history: await source.history(print.kind, print.scheduledAt, signal),
        dayZero: zero,
        sessionBefore: calendar.previous(zero),
        ...(status && { standing: status }),
      });
    }
  }
  return known;
}
