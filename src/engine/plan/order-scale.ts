import type { Hedge } from '#domain/book/lot.ts';
import type { OrderScale, OrderUnits } from '#domain/hedge/step-order.ts';
import type { HeldLeg, LegValue, VolGeometry } from '#domain/hedge/valuation.ts';
import { type PriceSources, priceBook, priceLegs } from '#engine/valuation/price-book.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import { callLeg } from './layer-call.ts';

/** What exposures are measured on at an order's opening. */
export type OrderMarks = { readonly sources: PriceSources; readonly geometry: VolGeometry };

/**
 * What a contract's share is measured by: the exposure of every hedge lot, with that of base contracts still to be
 * bought; contracts where any of it has no value.
 *
 * @param missing - exposure of the base contracts that come first, dollars per point of VIX, and how many they are
 */
export function orderScale(
  hedges: readonly Hedge[],
  { sources, geometry }: OrderMarks,
  missing: { readonly exposure: number | undefined; readonly contracts: number },
): OrderScale {
  const book = priceBook({ condors: [], hedges }, sources);
  const { values, unvalued } = valueBook(book, { geometry, shift: UNSHIFTED });
  const measured = values.reduce((sum, { exposure }) => sum + exposure, missing.exposure ?? 0);
  const held = hedges.reduce((sum, { quantity }) => sum + quantity, missing.contracts);
  const isMeasured = unvalued.length === 0 && missing.exposure !== undefined;
  return isMeasured && measured > 0 ? { kind: 'exposure', total: measured } : { kind: 'contracts', held };
}

/**
 * What one contract of anything else counts for, should it be traded instead: every listed VIX call, every VX future
 * and share that has a value at the order's opening.
 */
export function orderUnits(hedges: readonly Hedge[], marks: OrderMarks): OrderUnits {
  const { sources } = marks;
  const calls = contractsOf(hedges, sources);
  const expiries = [...new Set(calls.map(({ expiry }) => expiry))];
  return {
    calls: exposures(
      calls.map(({ expiry, strike }) => ({ lotId: '', leg: callLeg(expiry, strike) })),
      marks,
    ).flatMap(({ leg, exposure }) =>
      leg.kind === 'option' ? [{ expiry: leg.expiry, strike: leg.strike, unit: exposure }] : [],
    ),
    futures: exposures(
      expiries.map((expiry) => ({ lotId: '', leg: { kind: 'future', product: 'VX', expiry, quantity: 1 } })),
      marks,
    ).flatMap(({ leg, exposure }) => (leg.kind === 'future' ? [{ expiry: leg.expiry, unit: exposure }] : [])),
    shares: exposures(
      SHARES.map((symbol) => ({ lotId: '', leg: { kind: 'shares', symbol, quantity: 1 } })),
      marks,
    ).flatMap(({ leg, exposure }) => (leg.kind === 'shares' ? [{ symbol: leg.symbol, unit: exposure }] : [])),
  };
}

const SHARES = ['VXX', 'UVXY'] as const;

/** Deltas between which somebody would trade a call instead: all others are left out, they are many. */
const LEAST_DELTA = 0.05;
const MOST_DELTA = 0.95;

function exposures(legs: readonly HeldLeg[], { sources, geometry }: OrderMarks): readonly LegValue[] {
  const { values } = valueBook(priceLegs(legs, sources), { geometry, shift: UNSHIFTED });
  return values.filter(({ leg, delta, exposure }) => exposure > 0 && isTraded(leg.kind, delta));
}

function isTraded(kind: LegValue['leg']['kind'], dollars: number): boolean {
  const delta = dollars / OPTION_MULTIPLIER;
  return kind !== 'option' || (delta >= LEAST_DELTA && delta <= MOST_DELTA);
}

/** Listed calls with a quote, and those that are held without one. */
function contractsOf(
  hedges: readonly Hedge[],
  { board }: PriceSources,
): readonly { readonly expiry: string; readonly strike: number }[] {
  const listed = board
    .listed('VIX')
    .flatMap((quotes) =>
      quotes.strikes
        .filter((strike) => quotes.quote('call', strike))
        .map((strike) => ({ expiry: quotes.expiry, strike })),
    );
  const held = hedges.flatMap((lot) =>
    lot.instrument === 'VIX' && lot.right === 'call' ? [{ expiry: lot.expiry, strike: lot.strike }] : [],
  );
  const known = new Set(listed.map(({ expiry, strike }) => `${expiry} ${strike}`));
  const seen = new Set<string>();
  const extra = held.filter(({ expiry, strike }) => {
    const name = `${expiry} ${strike}`;
    const isNew = !known.has(name) && !seen.has(name);
    seen.add(name);
    return isNew;
  });
  return [...listed, ...extra];
}
