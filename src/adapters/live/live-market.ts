import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { MINUTE } from '#domain/duration.ts';
import type { DailyCloses, MarketHistory } from '#domain/market/market.ts';
import { isProblem } from '#domain/problem.ts';
import type { BreadthCounts, IndexName, IndexQuotes, MarketData } from '#ports/sources/market-data.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import { attempt } from '#adapters/diagnostics/attempt.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';
import { type Instruments, freshestPair } from './freshest-pair.ts';
import { type Gathering, gatherCloses } from './gather-closes.ts';
import type { ReadSessions, Supplier } from './supplied.ts';
import { awaitSource } from './await-source.ts';

export type LiveMarketParts = {
  /** The most trusted first. */
  readonly suppliers: readonly Supplier[];
  /** Asked all at once; the freshest is taken. */
  readonly quotes: readonly IndexQuotes[];
  /** Absent where nobody counts advances and declines. */
  readonly breadth?: BreadthCounts;
  readonly calendar: ExchangeCalendar;
  readonly diagnostics: SourceDiagnostics;
  readonly wallClock: WallClock;
};

/** Sessions of closes that are read: the longest look back of the method takes 340 of them. */
const SESSIONS_READ = 400;

/** Sessions of counts that are read: sixty windows of up to twenty sessions that end before this one. */
const SESSIONS_COUNTED = 81;

/** Milliseconds for which one asking serves everybody: servers that are evaluated together see the same market. */
const HISTORY_LIFETIME = MINUTE;
const QUOTES_LIFETIME = 15_000;

/** Milliseconds that an evaluation waits for counts: without them it speaks at half strength, and on time. */
const BREADTH_TIMEOUT = 10_000;

type Answered = { readonly history: MarketHistory; readonly instruments: Instruments };

/** Closes, breadth and quotes as they are now, from many sources in order of trust. */
export function createLiveMarket(parts: LiveMarketParts): MarketData {
  const { calendar, wallClock } = parts;

  const answered = cachedRequest(wallClock, HISTORY_LIFETIME, (last: string, signal) => {
    const [first, ...rest] = calendar.sessionsBetween(calendar.shift(last, 1 - SESSIONS_READ), last);
    return gather(parts, [first ?? last, ...rest], signal);
  });
  const quoted = cachedRequest(wallClock, QUOTES_LIFETIME, async (last: string, signal) => {
    const { instruments } = await answered(last, signal);
    return freshestPair(parts, instruments, signal);
  });

  return {
    source: 'live',
    history: async (now, signal) => (await answered(calendar.lastUsable(now), signal)).history,
    quotes: (now, signal) => quoted(calendar.lastUsable(now), signal),
  };
}

/** @throws SourceUnavailable or SourceChanged where nobody has closes of the Russell 2000, the S&P 500 or the VIX */
async function gather(
  parts: LiveMarketParts,
  sessions: ReadSessions,
  signal: AbortSignal,
): Promise<Answered> {
  const gathering = { ...parts, sessions, at: parts.wallClock.now() };
  const [rut, spx, vix, vix9d, vix3m, vvix, rvx, breadth] = await Promise.all([
    indexOrFund('RUT', 'IWM', gathering, signal),
    indexOrFund('SPX', 'SPY', gathering, signal),
    gatherCloses('VIX', gathering, signal),
    optional('VIX9D', gathering, signal),
    optional('VIX3M', gathering, signal),
    optional('VVIX', gathering, signal),
    optional('RVX', gathering, signal),
    countsOf(parts, gathering, signal),
  ]);
  const history = {
    rut: rut.daily,
    spx: spx.daily,
    vix,
    ...(vix9d && { vix9d }),
    ...(vix3m && { vix3m }),
    ...(vvix && { vvix }),
    ...(rvx && { rvx }),
    ...(breadth && { breadth }),
  };
  return { history, instruments: { rut: rut.instrument, spx: spx.instrument } };
}

type InstrumentCloses = { readonly daily: DailyCloses; readonly instrument: IndexName };

/** An index; where nobody has it, the fund that follows it, labelled as a proxy. */
async function indexOrFund(
  index: IndexName,
  fund: IndexName,
  gathering: Gathering,
  signal: AbortSignal,
): Promise<InstrumentCloses> {
  const { diagnostics, at } = gathering;
  try {
    const daily = await gatherCloses(index, gathering, signal);
    diagnostics.forget({ kind: 'proxy', subject: index });
    return { daily, instrument: index };
  } catch (error) {
    const daily = isProblem(error) ? await optional(fund, gathering, signal) : undefined;
    if (!daily) {
      throw error;
    }
    diagnostics.record({ kind: 'proxy', subject: index, at, fund });
    return { daily: { ...daily, source: `${daily.source} (${fund})`, quality: 'proxy' }, instrument: fund };
  }
}

async function optional(
  index: IndexName,
  gathering: Gathering,
  signal: AbortSignal,
): Promise<DailyCloses | undefined> {
  const { diagnostics, at } = gathering;
  const about = { subject: index, source: '', at };
  const gathered = await attempt(() => gatherCloses(index, gathering, signal), diagnostics, about);
  return gathered.isRefused ? undefined : gathered.value;
}

async function countsOf(
  { breadth, wallClock }: LiveMarketParts,
  { diagnostics, sessions, at }: Gathering,
  signal: AbortSignal,
): Promise<MarketHistory['breadth'] | undefined> {
  if (!breadth) {
    return undefined;
  }
  const about = { subject: 'breadth', source: breadth.source, at };
  const wanted = sessions.slice(-SESSIONS_COUNTED);
  const timeout = { wallClock, milliseconds: BREADTH_TIMEOUT, source: breadth.source };
  const counted = await attempt(
    () => awaitSource(breadth.breadth(wanted, signal), timeout),
    diagnostics,
    about,
  );
  const hasDays = !counted.isRefused && counted.value.small.days.length > 0;
  return hasDays ? counted.value : undefined;
}
