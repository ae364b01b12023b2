import type { DailyBreadth, DailyCloses, MarketHistory, Quote } from '#domain/market/market.ts';
import type { FutureQuote, Marks, OptionChain, ShareQuote } from '#domain/book/mark.ts';
import type { TermHistory } from '#domain/market/term-curve.ts';
import type { Session } from '#domain/market/session.ts';
import type { ContextReading, ContextValues } from '#domain/market/market-context.ts';

/** Where daily closes, breadth and quotes come from. */
export interface MarketData {
  readonly source: string;

  /**
   * @param now - epoch milliseconds (UTC) on the market clock. A source may know more than may be known then;
   *   `knownAt` in the calendar decides what of it is used.
   * @throws SourceChanged or SourceUnavailable
   */
  history(now: number, signal: AbortSignal): Promise<MarketHistory>;

  /** Prices of the running session; `undefined` where nobody quotes. */
  quotes(now: number, signal: AbortSignal): Promise<{ rut: Quote; spx: Quote } | undefined>;
}

/** Somewhere that prices of the running session can be had. */
export interface IndexQuotes {
  readonly source: string;
  /**
   * @returns the latest price with the instant at which it held; `undefined` where the source has none
   * @throws SourceUnavailable or SourceChanged
   */
  quote(index: IndexName, signal: AbortSignal): Promise<Quote | undefined>;
}

/** Indices and funds whose daily closes somebody gives. */
export type IndexName = 'RUT' | 'SPX' | 'IWM' | 'SPY' | 'VIX' | 'VIX9D' | 'VIX3M' | 'VVIX' | 'SKEW' | 'RVX';

/** Somewhere that daily closes can be had. */
export interface DailyClosesSource {
  readonly source: string;
  readonly indices: readonly IndexName[];
  /**
   * @returns closes of whole sessions only, oldest first, one a session, each finite and positive
   * @throws SourceUnavailable or SourceChanged
   */
  closes(index: IndexName, signal: AbortSignal): Promise<DailyCloses>;
}

/** Somewhere that advances and declines can be had. */
export interface BreadthCounts {
  readonly source: string;
  /**
   * @param sessions - the sessions wanted, oldest first; those that cannot be had are left out
   * @throws SourceUnavailable or SourceChanged
   */
  breadth(
    sessions: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly small: DailyBreadth; readonly large: DailyBreadth }>;
}

/** The shares that a fund holds, as a stand-in for the members of the index that it follows. */
export type Holdings = {
  /** The day that they were held on, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Upper case, without the dots, dashes and blanks that providers write differently: `BRKB`. Each once. */
  readonly tickers: readonly string[];
};

/** Somebody who tells which shares make up an index. */
export interface Constituents {
  readonly source: string;
  /**
   * @param fund - `IWM` for the Russell 2000, `IVV` for the S&P 500
   * @throws SourceUnavailable or SourceChanged
   */
  holdings(fund: 'IWM' | 'IVV', signal: AbortSignal): Promise<Holdings>;
}

/** Somewhere that prices of volatility products' shares can be had. */
export interface ShareQuotes {
  readonly source: string;
  /**
   * @returns the latest price with the instant at which it held; `undefined` where the source has none
   * @throws SourceUnavailable or SourceChanged
   */
  share(symbol: ShareQuote['symbol'], signal: AbortSignal): Promise<ShareQuote | undefined>;
}

/** Somewhere that whole option chains can be had. */
export interface OptionChains {
  readonly source: string;
  /** @throws SourceUnavailable or SourceChanged */
  chain(root: 'SPX' | 'VIX', signal: AbortSignal): Promise<OptionChain>;
}

/** Somewhere that settlement prices of VIX futures can be had. */
export interface FuturesCurve {
  readonly source: string;
  /**
   * @returns every listed future of a session, nearest first; empty where the session has not been settled yet
   * @throws SourceUnavailable or SourceChanged
   */
  curve(session: Session, signal: AbortSignal): Promise<readonly FutureQuote[]>;
}

/**
 * Daily series that a card shows for context and no rule reads: Treasury yields of 3 months, 2 and 10 years, the real
 * yield of 10 years, the broad dollar and the spread of high-yield bonds.
 */
export type ContextSeriesName = 'DGS3MO' | 'DGS2' | 'DGS10' | 'DFII10' | 'DTWEXBGS' | 'BAMLH0A0HYM2';

/** Somewhere that they can be had. */
export interface ContextSeries {
  readonly source: string;

  /**
   * @param since - earliest day wanted, `YYYY-MM-DD`
   * @throws SourceUnavailable or SourceChanged
   */
  values(name: ContextSeriesName, since: string, signal: AbortSignal): Promise<ContextValues>;
}

/** Somewhere that the context of a decision comes from. Never waits for long, and never fails: what is missing is unknown. */
export interface MarketContext {
  /** @param now - epoch milliseconds (UTC), market clock: no value of this day or later is given */
  read(now: number): Promise<readonly ContextReading[]>;
}

/** Where the prices come from that positions are valued with. */
export interface PositionMarks {
  readonly source: string;
  /**
   * Prices as they are known at an instant, without what people have marked by hand.
   *
   * @param now - epoch milliseconds (UTC) on the market clock
   * @returns what is not to be had is unknown or absent; nothing is thrown for it
   */
  marks(now: number, signal: AbortSignal): Promise<Omit<Marks, 'manual'>>;

  /** The year of closes before an instant; absent where nobody recorded it. */
  termHistory?(now: number): Promise<TermHistory>;

  /** The SKEW index of the year before an instant, oldest first; absent where nobody recorded it. */
  skewHistory?(now: number): Promise<DailyCloses>;
}
