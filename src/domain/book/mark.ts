import type { Right, Settlement } from './lot.ts';
import type { Provenance, Reading } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';

/** An option as its exchange lists it. */
export type ListedOption = {
  readonly root: 'SPX' | 'VIX';
  readonly expiry: Session;
  /** VIX options are always `AM`. */
  readonly settlement: Settlement;
  readonly strike: number;
  readonly right: Right;
};

/** What one listed option costs. Prices are in index points; a side that nobody quotes is absent, never 0. */
export type OptionQuote = ListedOption & {
  readonly bid?: number;
  readonly ask?: number;
  /** Implied volatility as a fraction; absent where it was not computed. */
  readonly volatility?: number;
};

/** All options on one index, as one source saw them at one instant. */
export type OptionChain = Provenance & {
  readonly root: 'SPX' | 'VIX';
  /** The index itself at that instant, index points; absent where the source does not say it. */
  readonly spot?: number;
  readonly quotes: readonly OptionQuote[];
};

/** What one VIX future costs, VIX points; `isSettlement` where it is the exchange's price of a session's end. */
export type FutureQuote = Provenance & {
  readonly expiry: Session;
  readonly price: number;
  readonly isSettlement?: true;
};

/** What a share of a volatility product costs, dollars. */
export type ShareQuote = Provenance & { readonly symbol: 'VXX' | 'UVXY'; readonly price: number };

/** Price over earnings or over cash flow, of small or of large companies. */
export type PriceMultiple = { readonly multiple: 'P/E' | 'P/CF'; readonly caps: 'small' | 'large' };

/** What somebody says a position is worth, where no source does. */
export type ManualMark = {
  /** What is marked: a VIX future, an option, a share, an index, or the rate. */
  readonly of:
    | { readonly kind: 'future'; readonly expiry: Session }
    | ({ readonly kind: 'option' } & ListedOption)
    | { readonly kind: 'share'; readonly symbol: 'VXX' | 'UVXY' }
    | { readonly kind: 'index'; readonly index: 'SPX' | 'VIX' }
    | { readonly kind: 'rate' }
    | ({ readonly kind: 'multiple' } & PriceMultiple);
  /** `price`: points or dollars. `volatility`: a fraction, options only. `rate`: a fraction a year. `multiple`: times. */
  readonly unit: 'price' | 'volatility' | 'rate' | 'multiple';
  readonly value: number;
  /** Of a multiple: who published it, and of which day it is. */
  readonly source?: string;
  readonly day?: Session;
  /** Discord user id, or the name of the part of the bot that set it. */
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
};

/**
 * Closes that prices are modelled from where nobody quotes, index points. Those that were not recorded are absent.
 *
 * @see docs/method.md#model-marks
 */
export type ModelLevels = Provenance & {
  readonly vix: number;
  readonly vix9d?: number;
  readonly vix3m?: number;
  readonly vix6m?: number;
  readonly vix1y?: number;
  readonly vvix?: number;
};

/** Everything that positions may be valued with at one instant. Whatever is not here is unknown. */
export type Marks = {
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  /** Index points. */
  readonly spx: Reading<number>;
  readonly vix: Reading<number>;
  /** Continuously compounded, a fraction a year. */
  readonly rate: Reading<number>;
  /** SPX's, a fraction a year; only where no forward can be taken from a chain. */
  readonly dividendYield: Reading<number>;
  readonly chains: { readonly spx?: OptionChain; readonly vix?: OptionChain };
  /** By expiry, nearest first. */
  readonly futures: readonly FutureQuote[];
  readonly shares: readonly ShareQuote[];
  /** Absent where a position without a quote stays without a value. */
  readonly model?: ModelLevels;
  /** The latest of each subject. A live or delayed source comes first; then these; then recorded values that are older. */
  readonly manual: readonly ManualMark[];
};

/** What somebody means to mark by hand. What it has not must be left out. */
export type MarkDraft = {
  readonly of:
    | 'VX'
    | 'VIX option'
    | 'SPX option'
    | 'VXX'
    | 'UVXY'
    | 'SPX'
    | 'VIX'
    | 'rate'
    | `${PriceMultiple['multiple']} ${PriceMultiple['caps']}`;
  /** `YYYY-MM-DD`. */
  readonly expiry?: string;
  readonly strike?: number;
  /** `call` unless told. */
  readonly right?: Right;
  /** SPX options only; `PM` unless told. */
  readonly settlement?: Settlement;
  /** Of multiples only: who published it, and the day (`YYYY-MM-DD`) that it is of. */
  readonly source?: string;
  readonly date?: string;
};

/** What expires: each of them on days, and at hours, of its own. */
export type ListedProduct = 'VIX options' | 'VIX futures' | 'SPX AM options' | 'SPX PM options';
