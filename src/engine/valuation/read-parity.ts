import type { ParityReading } from '#domain/hedge/hedge-report.ts';
import type { OptionChain, OptionQuote } from '#domain/book/mark.ts';
import type { Mark } from '#domain/hedge/valuation.ts';
import type { PriceSources } from './price-book.ts';
import { forwardOf, parityGap } from '#engine/pricing/parity-forward.ts';
import { parityTrade } from '#engine/pricing/parity-trade.ts';
import { strikePairs } from '#engine/pricing/strike-pairs.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';

/** Expirations of a chain that are looked at, nearest first: farther ones are hardly traded. */
const EXPIRATIONS = 3;

/** Dollars per contract and leg that a trade is taken to cost. */
const FEE = 1;

/**
 * Put–call parity at the money of the nearest expirations, against a real future or forward that was not read out of
 * the same options: against those it would always agree.
 */
export function readParity(sources: PriceSources): readonly ParityReading[] {
  const { spx, vix } = sources.marks.chains;
  return [spx, vix].flatMap((chain) => (chain ? chainParity(chain, sources) : []));
}

function chainParity(chain: OptionChain, sources: PriceSources): readonly ParityReading[] {
  const byExpiration = Map.groupBy(chain.quotes, ({ expiry, settlement }) => `${expiry} ${settlement}`);
  return [...byExpiration.entries()]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([, quotes]) => readExpiration(quotes, chain, sources))
    .filter((reading) => reading !== undefined)
    .slice(0, EXPIRATIONS);
}

function readExpiration(
  quotes: readonly OptionQuote[],
  chain: OptionChain,
  sources: PriceSources,
): ParityReading | undefined {
  const [first] = quotes;
  const { rate, asOf } = sources.marks;
  const settlesAt = first && sources.clock.settlesAt(first.expiry, first.settlement);
  const forward = first && independentForward(first, sources);
  if (!first || !forward || !rate.known || settlesAt === undefined || settlesAt <= asOf) {
    return undefined;
  }
  const [pair] = strikePairs(quotes).toSorted(
    (one, other) => Math.abs(one.strike - forward.value) - Math.abs(other.strike - forward.value),
  );
  if (!pair) {
    return undefined;
  }
  const term = { years: yearsBetween(asOf, settlesAt), rate: rate.value };
  const { forwardGap } = parityGap(pair, forward.value, term);
  const quoteOf = (right: OptionQuote['right']): OptionQuote | undefined =>
    quotes.find((quote) => quote.strike === pair.strike && quote.right === right);
  const trade = parityTrade({
    root: chain.root,
    strike: pair.strike,
    call: { ...quoteOf('call'), asOf: chain.asOf },
    put: { ...quoteOf('put'), asOf: chain.asOf },
    third: { bid: forward.value, ask: forward.value, asOf: forward.asOf },
    paid: { as: 'forward' },
    ...term,
    fee: FEE,
  });
  return {
    root: chain.root,
    expiry: first.expiry,
    strike: pair.strike,
    asOf: chain.asOf,
    source: chain.source,
    gap: forwardGap,
    ...edgeOf(trade),
    isOpportunity: trade.kind === 'opportunity',
  };
}

function edgeOf(trade: ReturnType<typeof parityTrade>): Pick<ParityReading, 'edge' | 'side'> {
  if (!('edges' in trade)) {
    return {};
  }
  const { conversion, reversal } = trade.edges;
  return conversion >= reversal
    ? { edge: conversion, side: 'conversion' }
    : { edge: reversal, side: 'reversal' };
}

/** A VX future for VIX options; for SPX what spot, rate and dividends make. */
function independentForward(
  option: OptionQuote,
  { marks, clock }: PriceSources,
): Pick<Mark, 'value' | 'asOf'> | undefined {
  if (option.root === 'VIX') {
    const future = marks.futures.find(({ expiry }) => expiry === option.expiry);
    return future && { value: future.price, asOf: future.asOf };
  }
  const { spx, rate, dividendYield, asOf } = marks;
  const settlesAt = clock.settlesAt(option.expiry, option.settlement);
  if (!spx.known || !rate.known || !dividendYield.known || settlesAt === undefined) {
    return undefined;
  }
  const term = { years: yearsBetween(asOf, settlesAt), rate: rate.value };
  return { value: forwardOf(spx.value, term, dividendYield.value), asOf: spx.asOf };
}
