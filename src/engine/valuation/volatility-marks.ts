import type { ListedOption, Marks, OptionQuote } from '#domain/book/mark.ts';
import type { Mark, UnvaluedReason } from '#domain/hedge/valuation.ts';
import { impliedVolatility } from '#engine/pricing/implied-volatility.ts';
import { DAY } from '#domain/duration.ts';
import { middleOf } from '#engine/pricing/strike-pairs.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { manualOption } from './manual-marks.ts';
import { indexVolatility, vixOptionVolatility } from './model-marks.ts';
import type { ExpiryQuotes, QuoteBoard } from './quote-board.ts';

/** A volatility, or why there is none. */
export type VolatilityMark = Mark | UnvaluedReason;

/** What an option's volatility is computed with. */
export type OptionTerms = {
  /** Of its own expiry, index points. */
  readonly forward: number;
  readonly rate: number;
  /** Epoch milliseconds (UTC). */
  readonly settlesAt: number;
};

/** The implied volatility of one listed option; each is looked for once. */
export type VolatilityMarks = (option: ListedOption, terms: OptionTerms) => VolatilityMark;

/**
 * An option's own implied volatility: from the middle of bid and ask on the forward that it is valued on (of the
 * two rights at a strike the one out of the money), else the source's, else what was set by hand, else between the
 * neighbouring strikes', else from the model.
 */
export function volatilityMarks(marks: Marks, board: QuoteBoard): VolatilityMarks {
  const cache = new Map<string, VolatilityMark>();

  function search(option: ListedOption, terms: OptionTerms): VolatilityMark {
    const quotes = board.find(option.root, option.expiry, option.settlement);
    const own = quotes && ownVolatility(quotes, option, terms);
    if (typeof own === 'object') {
      return own;
    }
    const between = (): Mark | undefined => quotes && betweenNeighbours(quotes, option, terms);
    return (
      setByHand(marks, option, terms) ??
      between() ??
      own ??
      modelVolatility(marks, option, terms) ??
      'no-volatility'
    );
  }

  return (option, terms) => {
    const { root, expiry, settlement, strike, right } = option;
    const key = `${root}.${expiry}.${settlement}.${strike}.${right}`;
    const known = cache.get(key) ?? search(option, terms);
    cache.set(key, known);
    return known;
  };
}

type Place = Pick<ListedOption, 'strike' | 'right'>;

/** From the strike's own quotes; a reason where they are there and say nothing. */
function ownVolatility(
  quotes: ExpiryQuotes,
  { strike, right }: Place,
  terms: OptionTerms,
): VolatilityMark | undefined {
  const other = right === 'call' ? 'put' : 'call';
  const isInTheMoney = right === 'call' ? strike < terms.forward : strike > terms.forward;
  const order = isInTheMoney ? ([other, right] as const) : ([right, other] as const);
  const tries = order.map((side) => impliedBy(quotes, quotes.quote(side, strike), terms));
  const implied = tries.find((result) => typeof result === 'object');
  if (implied !== undefined) {
    return implied;
  }
  const quoted = order
    .map((side) => quotes.quote(side, strike)?.volatility)
    .find((volatility) => volatility !== undefined && volatility > 0 && Number.isFinite(volatility));
  return quoted === undefined
    ? tries.find((result) => result !== undefined)
    : markOf(quotes, quoted, 'quote');
}

function impliedBy(
  quotes: ExpiryQuotes,
  quote: OptionQuote | undefined,
  { forward, rate, settlesAt }: OptionTerms,
): VolatilityMark | undefined {
  const price = quote && middleOf(quote);
  if (!quote || price === undefined) {
    return undefined;
  }
  const { strike, right } = quote;
  const years = yearsBetween(quotes.asOf, settlesAt);
  const implied = impliedVolatility({ right, forward, strike, years, rate }, price);
  return implied.kind === 'none'
    ? reasonOf(implied.reason === 'no-time-value')
    : markOf(quotes, implied.volatility, 'implied');
}

function reasonOf(isWorthless: boolean): UnvaluedReason {
  return isWorthless ? 'no-time-value' : 'impossible-price';
}

function markOf({ asOf, source, quality }: ExpiryQuotes, value: number, basis: Mark['basis']): Mark {
  return { value, basis, source, quality, asOf };
}

function setByHand(marks: Marks, option: ListedOption, terms: OptionTerms): VolatilityMark | undefined {
  const volatility = manualOption(marks, option, 'volatility');
  if (volatility && volatility.value > 0) {
    return volatility;
  }
  const price = manualOption(marks, option, 'price');
  if (!price) {
    return undefined;
  }
  const { forward, rate, settlesAt } = terms;
  const { right, strike } = option;
  const years = yearsBetween(price.asOf, settlesAt);
  const implied = impliedVolatility({ right, forward, strike, years, rate }, price.value);
  return implied.kind === 'none'
    ? reasonOf(implied.reason === 'no-time-value')
    : { ...price, value: implied.volatility };
}

/** On the line between the nearest strikes on both sides that have a volatility; none beyond the last. */
function betweenNeighbours(quotes: ExpiryQuotes, option: Place, terms: OptionTerms): Mark | undefined {
  const { strike } = option;
  const at = (candidate: number): { strike: number; mark: Mark } | undefined => {
    const right = candidate < terms.forward ? 'put' : 'call';
    const mark = ownVolatility(quotes, { strike: candidate, right }, terms);
    return typeof mark === 'object' ? { strike: candidate, mark } : undefined;
  };
  const below = firstOf(quotes.strikes.filter((listed) => listed < strike).toReversed(), at);
  const above = firstOf(
    quotes.strikes.filter((listed) => listed > strike),
    at,
  );
  if (!below || !above) {
    return undefined;
  }
  const part = (strike - below.strike) / (above.strike - below.strike);
  const value = below.mark.value + part * (above.mark.value - below.mark.value);
  return markOf(quotes, value, 'interpolated');
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) {
      return result;
    }
  }
  return undefined;
}

/** By the rule for days without quotes; a VIX option has none where the VVIX was not recorded. */
function modelVolatility(
  { model, asOf: now }: Marks,
  { root, strike }: ListedOption,
  { forward, settlesAt }: OptionTerms,
): Mark | undefined {
  const days = (settlesAt - now) / DAY;
  if (!model || days <= 0) {
    return undefined;
  }
  const { source, quality, asOf, vvix } = model;
  const value =
    root === 'SPX'
      ? indexVolatility(model, { strike, forward, days })
      : vvix === undefined
        ? undefined
        : vixOptionVolatility(vvix, days);
  return value !== undefined && value > 0 && Number.isFinite(value)
    ? { value, basis: 'model', source, quality, asOf }
    : undefined;
}

export function isUnvalued(mark: VolatilityMark): mark is UnvaluedReason {
  return typeof mark === 'string';
}
