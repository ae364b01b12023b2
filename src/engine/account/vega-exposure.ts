import type { CondorSide, HedgeSide, Ratio, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { LayerName, Lot, Positions } from '#domain/book/lot.ts';
import type { HeldLeg, Shift, VolGeometry } from '#domain/hedge/valuation.ts';
import { hedgeRows } from './hedge-rows.ts';
import type { PricedBook } from '#engine/valuation/priced-leg.ts';
import { type BookValue, UNSHIFTED, sumGreeks, valueBook } from '#engine/valuation/value-leg.ts';

/** How exposures are measured. */
export type VegaRules = {
  readonly geometry: VolGeometry;
  /** Hedge expirations that the ratio is measured over, nearest first (`exposure.expirations`). */
  readonly expirations: number;
};

/** What an account is made from: the lots as they are held, and the same priced. */
export type VegaCase = VegaRules & {
  readonly positions: Positions;
  readonly book: PricedBook;
  readonly shift?: Shift;
};

/**
 * The hedge in dollars per point of VIX, expiration by expiration, against what the condors are short, and
 * H = (E₁ + E₂ + E₃) / |C|.
 *
 * Legs on SPX are what is hedged, all others are the hedge. What cannot be valued is listed and makes totals
 * partial; it never counts as 0 in silence.
 *
 * @see docs/method.md#vega-ratio
 */
export function vegaExposure(vegaCase: VegaCase): VegaExposure {
  const { positions, book, geometry, shift } = vegaCase;
  const valued = valueBook(book, { geometry, shift: shift ?? UNSHIFTED });
  const condors = condorSide(positions, valued);
  const short = (exposure: number, isKnown: boolean, isPartial: boolean): Ratio =>
    ratioOver({ exposure: isKnown ? exposure : undefined, against: condors, isPartial });
  const hedge = hedgeSide(vegaCase, valued, short);
  const isPartial = valued.unvalued.length > 0;
  const isKnown = hedge.rows.length === 0 || hedge.rows.some((row) => row.exposure !== undefined);
  return {
    asOf: book.asOf,
    ...(shift && { shift }),
    condors,
    hedge,
    ratio: short(hedge.counted, isKnown, isPartial),
    ratioOfAll: short(hedge.totals.exposure, isKnown, isPartial),
    isPartial,
    unvalued: valued.unvalued,
    settled: valued.settled,
  };
}

/** Whether a leg is part of what is hedged. */
export function isCondorLeg({ leg }: HeldLeg): boolean {
  return leg.kind === 'option' && leg.root === 'SPX';
}

function condorSide({ condors }: Positions, { values, unvalued, settled }: BookValue): CondorSide {
  const gone = new Set(settled.filter(isCondorLeg).map(({ lotId }) => lotId));
  const own = values.filter(isCondorLeg);
  return {
    contracts: condors.filter(({ id }) => !gone.has(id)).reduce((sum, { quantity }) => sum + quantity, 0),
    totals: sumGreeks(own),
    values: own,
    unvalued: unvalued.filter(isCondorLeg),
  };
}

function hedgeSide(
  { positions, expirations }: VegaCase,
  { values, unvalued }: BookValue,
  short: (exposure: number, isKnown: boolean, isPartial: boolean) => Ratio,
): HedgeSide {
  const own = values.filter((value) => !isCondorLeg(value));
  const totals = sumGreeks(own);
  const rows = hedgeRows({
    values: own,
    unvalued: unvalued.filter((leg) => !isCondorLeg(leg)),
    layers: layersOf(positions.hedges),
    expirations,
  });
  return {
    rows: rows.map((row) => ({
      ...row,
      ratio: short(row.exposure ?? 0, row.exposure !== undefined, row.unvalued.length > 0),
      ...(row.exposure !== undefined && totals.exposure !== 0 && { share: row.exposure / totals.exposure }),
    })),
    totals,
    counted: rows.reduce((sum, row) => sum + (row.isCounted ? (row.exposure ?? 0) : 0), 0),
  };
}

function layersOf(lots: readonly Lot[]): ReadonlyMap<string, LayerName> {
  return new Map(
    lots.flatMap((lot) => (lot.kind === 'hedge' && lot.layer ? [[lot.id, lot.layer] as const] : [])),
  );
}

/**
 * A hedge's exposure over what the condors are short: H, or one expiration's part of it.
 *
 * @returns a reason where the condors are not short of volatility, or one of the two is not known at all
 */
export function ratioOver({
  exposure,
  against,
  isPartial,
}: {
  /** Dollars per point of VIX; absent where nothing could be valued. */
  readonly exposure: number | undefined;
  readonly against: Pick<CondorSide, 'contracts' | 'totals' | 'values' | 'unvalued'>;
  readonly isPartial: boolean;
}): Ratio {
  const short = against.totals.exposure;
  if (against.values.length === 0) {
    return { known: false, reason: against.unvalued.length > 0 ? 'unvalued' : 'no-condors' };
  }
  if (!(short < 0)) {
    return { known: false, reason: 'no-short-vega' };
  }
  if (exposure === undefined) {
    return { known: false, reason: 'unvalued' };
  }
  return plausibleRatio(exposure / -short, isPartial || against.unvalued.length > 0);
}

/** Ratios beyond which what was divided by was next to nothing. */
const MOST_RATIO = 99;

/** A ratio, or `absurd` where it is beyond ±99 or no number. */
export function plausibleRatio(value: number, isPartial: boolean): Ratio {
  return Math.abs(value) <= MOST_RATIO
    ? { known: true, value, isPartial }
    : { known: false, reason: 'absurd' };
}
