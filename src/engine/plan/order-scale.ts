import { memoizeWeak } from '#domain/memoize.ts';
import type { Session } from '#domain/market/session.ts';
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
  const { names, expiries, calls, futures, shares } = listedUnits(marks.sources)(marks.geometry);
  const unlisted = unlistedOf(hedges, names);
  return {
    calls: [...calls, ...callUnits(unlisted, marks)],
    futures: [
      ...futures,
      ...futureUnits(
        unlisted.filter(({ expiry }) => !expiries.has(expiry)),
        marks,
      ),
    ],
    shares,
  };
}

type Contract = { readonly expiry: Session; readonly strike: number };

/** With what is listed: calls by name, and the months in which they expire. */
type ListedUnits = OrderUnits & {
  readonly names: ReadonlySet<string>;
  readonly expiries: ReadonlySet<Session>;
};

/** What all books have in common, once on the same prices. */
const listedUnits = memoizeWeak((sources: PriceSources) =>
  memoizeWeak((geometry: VolGeometry): ListedUnits => {
    const marks = { sources, geometry };
    const contracts = listedCalls(sources);
    const shares = SHARES.map(
      (symbol) => ({ lotId: '', leg: { kind: 'shares', symbol, quantity: 1 } }) as const,
    );
    return {
      names: new Set(contracts.map(nameOf)),
      expiries: new Set(contracts.map(({ expiry }) => expiry)),
      calls: callUnits(contracts, marks),
      futures: futureUnits(contracts, marks),
      shares: exposures(shares, marks).flatMap(({ leg, exposure }) =>
        leg.kind === 'shares' ? [{ symbol: leg.symbol, unit: exposure }] : [],
      ),
    };
  }),
);

function callUnits(contracts: readonly Contract[], marks: OrderMarks): OrderUnits['calls'] {
  const legs = contracts.map(({ expiry, strike }) => ({ lotId: '', leg: callLeg(expiry, strike) }));
  return exposures(legs, marks).flatMap(({ leg, exposure }) =>
    leg.kind === 'option' ? [{ expiry: leg.expiry, strike: leg.strike, unit: exposure }] : [],
  );
}

/** Of the months in which the calls expire. */
function futureUnits(contracts: readonly Contract[], marks: OrderMarks): OrderUnits['futures'] {
  const expiries = [...new Set(contracts.map(({ expiry }) => expiry))];
  const legs = expiries.map(
    (expiry) => ({ lotId: '', leg: { kind: 'future', product: 'VX', expiry, quantity: 1 } }) as const,
  );
  return exposures(legs, marks).flatMap(({ leg, exposure }) =>
    leg.kind === 'future' ? [{ expiry: leg.expiry, unit: exposure }] : [],
  );
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

function listedCalls({ board }: PriceSources): readonly Contract[] {
  return board
    .listed('VIX')
    .flatMap((quotes) =>
      quotes.strikes
        .filter((strike) => quotes.quote('call', strike))
        .map((strike) => ({ expiry: quotes.expiry, strike })),
    );
}

/** Calls that are held and that nobody lists, each once. */
function unlistedOf(hedges: readonly Hedge[], listed: ReadonlySet<string>): readonly Contract[] {
  const held = hedges.flatMap((lot) =>
    lot.instrument === 'VIX' && lot.right === 'call' ? [{ expiry: lot.expiry, strike: lot.strike }] : [],
  );
  return [...new Map(held.map((call) => [nameOf(call), call])).values()].filter(
    (call) => !listed.has(nameOf(call)),
  );
}

function nameOf({ expiry, strike }: Contract): string {
  return `${expiry} ${strike}`;
}
