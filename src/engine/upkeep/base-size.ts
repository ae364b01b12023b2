import type { BookedLot } from '#domain/book/book-record.ts';
import type { Hedge, LayerName, Positions } from '#domain/book/lot.ts';
import type { LayerReading, LayerState } from '#domain/hedge/layer-reading.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { largestRemainder, wholeWeights } from '#engine/plan/largest-remainder.ts';
import { LAYERS } from '#engine/valuation/layer-expiries.ts';

/** Condors that the number of calls of each layer is given for. */
const PER_CONDORS = 10;

/** Part of its base size below which a layer is too thin. */
const THIN = 0.5;

/** VIX calls of each layer that so many condors always carry. */
export type BaseSize = Readonly<Record<LayerName, number>>;

/**
 * The base size: condors × the sum of `layers.perTenCondors` ÷ 10, rounded to whole calls and split over the layers by
 * largest remainders.
 *
 * @param condors - a whole number, not negative
 * @param perTenCondors - short, medium, long
 * @see docs/method.md#base-size
 */
export function baseSize(condors: number, perTenCondors: readonly number[]): BaseSize {
  const sum = perTenCondors.reduce((all, calls) => all + calls, 0);
  const total = Math.round((condors * sum) / PER_CONDORS);
  const [short = 0, medium = 0, long = 0] =
    sum > 0 ? largestRemainder(wholeWeights(perTenCondors), total) : [];
  return { short, medium, long };
}

/** What the layers are held against. */
export type LayersCase = {
  readonly hedges: readonly Hedge[];
  readonly condors: number;
  readonly perTenCondors: readonly number[];
  /** Layers of which something has settled since they were last whole. */
  readonly settled: ReadonlySet<LayerName>;
  /** New York day, `YYYY-MM-DD`: what expires on it counts no more. */
  readonly today: Session;
};

/** Layers of which the last lot that left its book settled: nobody has rolled or sold it. */
function settledLayers(lots: readonly BookedLot[]): ReadonlySet<LayerName> {
  const last = new Map<LayerName, { readonly on: Session; readonly isSettled: boolean }>();
  for (const { lot, end } of lots) {
    if (lot.kind !== 'hedge' || !lot.layer || !end || end.how === 'removed') {
      continue;
    }
    const before = last.get(lot.layer);
    if (!before || end.on >= before.on) {
      last.set(lot.layer, { on: end.on, isSettled: end.how === 'expired' });
    }
  }
  return new Set([...last].flatMap(([layer, { isSettled }]) => (isSettled ? [layer] : [])));
}

/** A book on a New York day. */
export type LayersBook = {
  readonly positions: Positions;
  /** Every lot, open or ended. */
  readonly lots: readonly BookedLot[];
  readonly settings: Pick<Settings, 'layers.perTenCondors'>;
  readonly today: Session;
};

/** The layers of a book beside the base size of its condors that have not expired. */
export function bookLayers({ positions, lots, settings, today }: LayersBook): readonly LayerReading[] {
  const condors = positions.condors.filter(({ expiry }) => expiry > today);
  return readLayers({
    hedges: positions.hedges,
    condors: condors.reduce((sum, { quantity }) => sum + quantity, 0),
    perTenCondors: settings['layers.perTenCondors'],
    settled: settledLayers(lots),
    today,
  });
}

/**
 * Every layer beside its base size, short first: always on means that none is missing, thin or left to settle.
 *
 * @internal for tests
 */
export function readLayers({
  hedges,
  condors,
  perTenCondors,
  settled,
  today,
}: LayersCase): readonly LayerReading[] {
  const bases = baseSize(condors, perTenCondors);
  return LAYERS.map((layer) => {
    const held = hedges
      .filter((lot) => lot.layer === layer && (!('expiry' in lot) || lot.expiry > today))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const base = bases[layer];
    return { layer, held, base, ...stateOf(held, base, settled.has(layer)) };
  });
}

function stateOf(held: number, base: number, hasSettled: boolean): LayerState {
  if (held >= base) {
    return { state: 'whole' };
  }
  if (held === 0) {
    return { state: hasSettled ? 'settled' : 'empty', status: 'act' };
  }
  return held < base * THIN ? { state: 'thin', status: 'act' } : { state: 'below', status: 'watch' };
}
