import type { CoverReading, JointShock, NoCoverReason } from '#domain/hedge/cover.ts';
import type { Shift, UnvaluedLeg, UnvaluedLot, VolGeometry } from '#domain/hedge/valuation.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { PricedBook } from '#engine/valuation/priced-leg.ts';
import { UNSHIFTED } from '#engine/valuation/value-leg.ts';
import { legsGains } from './stress-table.ts';
import { isCondorLeg } from './vega-exposure.ts';

/** What cover is measured on. */
export type CoverCase = {
  readonly book: PricedBook;
  readonly geometry: VolGeometry;
  /** SPX condors held. */
  readonly condors: number;
  /** What was done to the market before the shocks; absent for as it is. */
  readonly shift?: Shift;
  /** `cover.minLoss`: dollars a condor below which a loss is too small to divide by. */
  readonly minLoss: number;
};

/**
 * The shocks of the table, from mild to severe; the headline's own (`cover.shock`) stands before them.
 *
 * @internal for tests
 */
export const COVER_SHOCKS: readonly JointShock[] = [
  { spotPercent: -2, volPoints: 5 },
  { spotPercent: -4, volPoints: 10 },
  { spotPercent: -8, volPoints: 20 },
];

/** The headline's own shock, then those of the table that it is not itself. */
export function shownShocks([spotPercent, volPoints]: Settings['cover.shock']): readonly JointShock[] {
  const others = COVER_SHOCKS.filter(
    (shock) => shock.spotPercent !== spotPercent || shock.volPoints !== volPoints,
  );
  return [{ spotPercent, volPoints }, ...others];
}

/** Cover beyond which a mark is wrong rather than the hedge large. */
const MOST_COVER = 9.99;

const PERCENT = 100;

/**
 * Cover under each shock: what every hedge lot gains over what every SPX position loses, all repriced at once. A
 * scenario, not a forecast.
 *
 * SPX legs keep their strikes' own volatility plus w(T)·s, VIX futures move by β(τ)·s and VIX options keep their own
 * volatility, so it holds for a condor of one day as for one of 45.
 *
 * @returns a reading a shock, in the shocks' order; unknown with its reason, never a number that is none
 * @see docs/method.md#cover
 */
export function coverTable(coverCase: CoverCase, shocks: readonly JointShock[]): readonly CoverReading[] {
  const { book, geometry, shift = UNSHIFTED } = coverCase;
  const shifts = shocks.map((shock) => after(shift, shock));
  const at = { asOf: book.asOf, geometry, from: shift };
  const losses = legsGains(book.legs.filter(isCondorLeg), at, shifts);
  const gains = legsGains(
    book.legs.filter((leg) => !isCondorLeg(leg)),
    at,
    shifts,
  );
  return shocks.map((shock, place) =>
    coverOf(coverCase, shock, { condors: losses[place] ?? 0, hedge: gains[place] ?? 0 }),
  );
}

/** A shock on top of what was done to the market before. */
function after({ volPoints, spotPercent, days }: Shift, shock: JointShock): Shift {
  const spotFactor = (1 + spotPercent / PERCENT) * (1 + shock.spotPercent / PERCENT);
  return { volPoints: volPoints + shock.volPoints, spotPercent: (spotFactor - 1) * PERCENT, days };
}

type Gains = { readonly condors: number; readonly hedge: number };

function coverOf({ book, condors, minLoss }: CoverCase, shock: JointShock, gains: Gains): CoverReading {
  const open = book.unvalued.filter(({ reason }) => reason !== 'expired');
  const blindCondors = open.filter(isCondorLeg);
  const blindHedge = open.filter((leg) => !isCondorLeg(leg));
  const isHedgeKnown = blindHedge.length === 0;
  const unknown = (reason: NoCoverReason, unvalued: readonly UnvaluedLeg[] = []): CoverReading => ({
    kind: 'unknown',
    shock,
    reason,
    ...(blindCondors.length === 0 && Number.isFinite(gains.condors) && { condors: gains.condors }),
    ...(isHedgeKnown && Number.isFinite(gains.hedge) && { hedge: gains.hedge }),
    unvalued: unvaluedLots(unvalued),
  });
  if (blindCondors.length > 0) {
    return unknown('unvalued', blindCondors);
  }
  const noLoss = whyNoLoss(gains.condors, condors, minLoss);
  if (noLoss) {
    return unknown(noLoss);
  }
  const isAtLeast = !isHedgeKnown && shock.volPoints > 0 && blindHedge.every(isLongCall);
  if (!isHedgeKnown && !isAtLeast) {
    return unknown('unvalued', blindHedge);
  }
  const cover = gains.hedge / -gains.condors;
  if (!(Math.abs(cover) <= MOST_COVER)) {
    return unknown('absurd');
  }
  return gains.hedge < 0 ? unknown('hedge-loses') : { kind: 'cover', shock, cover, isAtLeast, ...gains };
}

function whyNoLoss(gain: number, condors: number, minLoss: number): NoCoverReason | undefined {
  if (condors === 0) {
    return 'no-condors';
  }
  if (!Number.isFinite(gain)) {
    return 'absurd';
  }
  if (!(gain < 0)) {
    return 'no-loss';
  }
  return -gain < minLoss * condors ? 'too-small' : undefined;
}

function unvaluedLots(legs: readonly UnvaluedLeg[]): readonly UnvaluedLot[] {
  const byLot = new Map(legs.map(({ lotId, reason }) => [lotId, { lotId, reason }]));
  return [...byLot.values()];
}

/** What can only gain when the VIX rises. */
function isLongCall({ leg }: UnvaluedLeg): boolean {
  return leg.kind === 'option' && leg.root === 'VIX' && leg.right === 'call' && leg.quantity > 0;
}
