import type { OptionQuote } from '#domain/book/mark.ts';
import type { ParityReading } from '#domain/hedge/hedge-report.ts';
import { boxRate } from '#engine/pricing/box-rate.ts';
import { type StrikePair, strikePairs } from '#engine/pricing/strike-pairs.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { OPTION_MULTIPLIER } from './priced-leg.ts';
import type { PriceSources } from './price-book.ts';
import type { ExpiryQuotes } from './quote-board.ts';

/** Dollars per contract and leg, and legs of a box. */
const FEE = 1;
const LEGS = 4;

/** How far from the money the two strikes of a box lie: wide boxes are the less disturbed by a spread. */
const REACH = 0.05;

const BASIS_POINTS = 10_000;

/**
 * What a box of one SPX expiration pays against the bill rate, at the sides of one chain's quotes: lending buys the box
 * at ask, borrowing sells it at bid.
 *
 * @param edge - index points that must be left: `parity.edgeSpx`
 * @returns `undefined` without two strikes on both sides of the money whose four options have two sides, or a rate
 * @see docs/method.md#parity
 */
export function boxFinancing(
  chain: ExpiryQuotes,
  { forwards, clock }: PriceSources,
  edge: number,
): ParityReading | undefined {
  const { rate } = forwards;
  const settlesAt = clock.settlesAt(chain.expiry, chain.settlement);
  const forward = forwards.index(chain.expiry, chain.settlement);
  if (!rate || !forward || settlesAt === undefined || settlesAt <= chain.asOf) {
    return undefined;
  }
  const strikes = strikesOf(chain, forward.value);
  const years = yearsBetween(chain.asOf, settlesAt);
  const middle = strikes && boxRate(...strikes, years);
  if (!strikes || middle === undefined) {
    return undefined;
  }
  const [lower, upper] = strikes;
  const worth = (upper.strike - lower.strike) * Math.exp(-rate.value * years);
  const fee = (LEGS * FEE) / OPTION_MULTIPLIER;
  const lend = worth - boxAt(chain, strikes, 'ask') - fee;
  const borrow = boxAt(chain, strikes, 'bid') - worth - fee;
  const best = Math.max(lend, borrow);
  return {
    root: 'SPX',
    expiry: chain.expiry,
    strike: lower.strike,
    asOf: chain.asOf,
    source: chain.source,
    gap: lower.call - lower.put - (upper.call - upper.put) - worth,
    box: { upper: upper.strike, rate: middle, spread: (middle - rate.value) * BASIS_POINTS },
    edge: best,
    side: lend >= borrow ? 'lend' : 'borrow',
    isOpportunity: best > edge,
  };
}

/** The nearest strikes on both sides of the money that are far enough from it. */
function strikesOf(
  { quotes }: ExpiryQuotes,
  forward: number,
): readonly [lower: StrikePair, upper: StrikePair] | undefined {
  const pairs = strikePairs(quotes);
  const lower = pairs.findLast(({ strike }) => strike <= forward * (1 - REACH));
  const upper = pairs.find(({ strike }) => strike >= forward * (1 + REACH));
  return lower && upper ? [lower, upper] : undefined;
}

/** Index points: bought, the lower call and the upper put at ask, the others at bid; sold, the other way round. */
function boxAt(
  chain: ExpiryQuotes,
  [lower, upper]: readonly [StrikePair, StrikePair],
  side: 'bid' | 'ask',
): number {
  const other = side === 'ask' ? 'bid' : 'ask';
  const price = (right: OptionQuote['right'], { strike }: StrikePair, at: 'bid' | 'ask'): number =>
    chain.quote(right, strike)?.[at] ?? Number.NaN;
  return (
    price('call', lower, side) -
    price('put', lower, other) -
    (price('call', upper, other) - price('put', upper, side))
  );
}
