import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { FutureQuote, Marks, OptionChain, ShareQuote } from '#domain/book/mark.ts';
import { MINUTE } from '#domain/duration.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { WallClock } from '#ports/clock.ts';
import type {
  FuturesCurve,
  IndexQuotes,
  OptionChains,
  PositionMarks,
  ShareQuotes,
} from '#ports/sources/market-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import { attempt } from '#adapters/diagnostics/attempt.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';

export type LiveMarksParts = {
  readonly chains: OptionChains;
  readonly curve: FuturesCurve;
  /** For the indices where a chain does not say them; the most trusted first. */
  readonly quotes: readonly IndexQuotes[];
  /** Absent where nobody quotes shares. */
  readonly shares?: ShareQuotes;
  /** Continuously compounded, a fraction a year. Absent where nobody gives one. */
  readonly rate?: (now: number, signal: AbortSignal) => Promise<Reading<number>>;
  readonly calendar: ExchangeCalendar;
  readonly diagnostics: SourceDiagnostics;
  readonly wallClock: WallClock;
};

type Root = OptionChain['root'];

/** Milliseconds for which one asking serves everybody. The chains are a quarter of an hour late as it is. */
const CHAIN_LIFETIME = MINUTE;
const SHARE_LIFETIME = MINUTE;
const CURVE_LIFETIME = 10 * MINUTE;

/** Sessions that are tried for a curve: a session is settled some time after its close. */
const SESSIONS_TRIED = 3;

const SYMBOLS: readonly ShareQuote['symbol'][] = ['VXX', 'UVXY'];

const NOT_SUPPLIED = { known: false, reason: 'not-supplied' } as const;

/** Prices that positions are valued with, as they are now. What nobody gives is unknown or absent. */
export function createLiveMarks(parts: LiveMarksParts): PositionMarks {
  const { calendar, wallClock } = parts;
  const chainOf = cachedRequest(wallClock, CHAIN_LIFETIME, (root: Root, signal) =>
    askChain(parts, root, signal),
  );
  const curveOf = cachedRequest(wallClock, CURVE_LIFETIME, (last: string, signal) =>
    askCurve(parts, last, signal),
  );
  const shareOf = cachedRequest(wallClock, SHARE_LIFETIME, (symbol: ShareQuote['symbol'], signal) =>
    askShare(parts, symbol, signal),
  );

  return {
    source: 'live',

    async marks(now, signal): Promise<Omit<Marks, 'manual'>> {
      const [spx, vix, futures, ...shares] = await Promise.all([
        chainOf('SPX', signal),
        chainOf('VIX', signal),
        curveOf(calendar.lastUsable(now), signal),
        ...SYMBOLS.map((symbol) => shareOf(symbol, signal)),
      ]);
      return {
        asOf: now,
        spx: await spotOf(parts, 'SPX', spx, signal),
        vix: await spotOf(parts, 'VIX', vix, signal),
        rate: (await parts.rate?.(now, signal)) ?? NOT_SUPPLIED,
        dividendYield: NOT_SUPPLIED,
        chains: { ...(spx && { spx }), ...(vix && { vix }) },
        futures,
        shares: shares.filter((share) => share !== undefined),
      };
    },
  };
}

async function askChain(
  { chains, diagnostics, wallClock }: LiveMarksParts,
  root: Root,
  signal: AbortSignal,
): Promise<OptionChain | undefined> {
  const about = { subject: `${root} chain`, source: chains.source, at: wallClock.now() };
  const outcome = await attempt(() => chains.chain(root, signal), diagnostics, about);
  return outcome.isRefused ? undefined : outcome.value;
}

/** The curve of the latest session that is settled. */
async function askCurve(
  { curve, diagnostics, calendar, wallClock }: LiveMarksParts,
  last: string,
  signal: AbortSignal,
): Promise<readonly FutureQuote[]> {
  const about = { subject: 'VIX futures', source: curve.source, at: wallClock.now() };
  const outcome = await attempt(
    async () => {
      for (let back = 0; back < SESSIONS_TRIED; back++) {
        const futures = await curve.curve(calendar.shift(last, -back), signal);
        if (futures.length > 0) {
          return futures;
        }
      }
      return [];
    },
    diagnostics,
    about,
  );
  return outcome.isRefused ? [] : outcome.value;
}

async function askShare(
  { shares, diagnostics, wallClock }: LiveMarksParts,
  symbol: ShareQuote['symbol'],
  signal: AbortSignal,
): Promise<ShareQuote | undefined> {
  if (!shares) {
    return undefined;
  }
  const about = { subject: symbol, source: shares.source, at: wallClock.now() };
  const outcome = await attempt(() => shares.share(symbol, signal), diagnostics, about);
  return outcome.isRefused ? undefined : outcome.value;
}

/** The index as its chain saw it, so that options and index are equally late; else as somebody quotes it. */
async function spotOf(
  { quotes, diagnostics, wallClock }: LiveMarksParts,
  index: Root,
  chain: OptionChain | undefined,
  signal: AbortSignal,
): Promise<Reading<number>> {
  if (chain?.spot !== undefined) {
    const { asOf, source, quality, spot: value } = chain;
    return { known: true, value, asOf, source, quality };
  }
  for (const source of quotes) {
    const about = { subject: `${index} quote`, source: source.source, at: wallClock.now() };
    const outcome = await attempt(() => source.quote(index, signal), diagnostics, about);
    const quote = outcome.isRefused ? undefined : outcome.value;
    if (quote) {
      const { price: value, at: asOf, quality } = quote;
      return { known: true, value, asOf, source: quote.source, quality };
    }
  }
  return NOT_SUPPLIED;
}
