import type { ParityReading } from '#domain/hedge/hedge-report.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { boxFinancing } from './box-financing.ts';
import type { PriceSources } from './price-book.ts';
import type { ExpiryQuotes } from './quote-board.ts';
import { parityGap } from '#engine/pricing/parity-forward.ts';
import { parityTrade } from '#engine/pricing/parity-trade.ts';
import { strikePairs } from '#engine/pricing/strike-pairs.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';

/** Expirations of a chain that are looked at, nearest first: farther ones are hardly traded. */
const EXPIRATIONS = 3;

/** Dollars per contract and leg that a trade is taken to cost. */
const FEE = 1;

/**
 * What SPX boxes pay against the bill rate, and put–call parity of VIX options at the money against the future of their
 * expiration, each at the nearest expirations. Never against a forward that was read out of the same options: those would
 * always agree.
 *
 * Without an edge in what is read nobody can say whether there is an opportunity: quotes are missing, or options and
 * future are not of one instant.
 */
export function readParity(
  sources: PriceSources,
  settings: Pick<Settings, 'parity.edgeSpx' | 'parity.edgeVix'>,
): readonly ParityReading[] {
  const { board } = sources;
  return [
    ...nearest(board.listed('SPX'), (chain) => boxFinancing(chain, sources, settings['parity.edgeSpx'])),
    ...nearest(board.listed('VIX'), (chain) => volatilityParity(chain, sources, settings['parity.edgeVix'])),
  ];
}

/** Readings of the nearest expirations that give one; the rest of a chain is not looked at. */
function nearest(
  chains: readonly ExpiryQuotes[],
  read: (chain: ExpiryQuotes) => ParityReading | undefined,
): readonly ParityReading[] {
  const readings: ParityReading[] = [];
  for (const chain of chains) {
    const reading = readings.length < EXPIRATIONS ? read(chain) : undefined;
    if (reading) {
      readings.push(reading);
    }
  }
  return readings;
}

function volatilityParity(
  chain: ExpiryQuotes,
  sources: PriceSources,
  threshold: number,
): ParityReading | undefined {
  const { quotes, expiry, settlement } = chain;
  const { rate, asOf, futures } = sources.marks;
  const settlesAt = sources.clock.settlesAt(expiry, settlement);
  const forward = futures.find((future) => future.expiry === expiry);
  if (!forward || !rate.known || settlesAt === undefined || settlesAt <= asOf) {
    return undefined;
  }
  const [pair] = strikePairs(quotes).toSorted(
    (one, other) => Math.abs(one.strike - forward.price) - Math.abs(other.strike - forward.price),
  );
  if (!pair) {
    return undefined;
  }
  const term = { years: yearsBetween(asOf, settlesAt), rate: rate.value };
  const { forwardGap } = parityGap(pair, forward.price, term);
  const trade = parityTrade({
    strike: pair.strike,
    call: { ...chain.quote('call', pair.strike), asOf: chain.asOf },
    put: { ...chain.quote('put', pair.strike), asOf: chain.asOf },
    third: { bid: forward.price, ask: forward.price, asOf: forward.asOf },
    paid: { as: 'forward' },
    ...term,
    fee: FEE,
    threshold,
  });
  return {
    root: 'VIX',
    expiry,
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
