import type { CoverReading, JointShock, NoCoverReason } from '#domain/hedge/cover.ts';
import type { Shift, UnvaluedLeg, VolGeometry } from '#domain/hedge/valuation.ts';
import type { PricedBook } from '#engine/valuation/priced-leg.ts';
import { legsGains } from './stress-table.ts';
import { isCondorLeg } from './vega-exposure.ts';

/** What cover is measured on. */
export type CoverCase = {
  readonly book: PricedBook;
  readonly geometry: VolGeometry;
  /** SPX condors held. */
  readonly condors: number;
  /** `cover.minLoss`: dollars a condor below which a loss is too small to divide by. */
  readonly minLoss: number;
};

/** The shocks of the table, from mild to severe; the headline's own (`cover.shock`) stands before them. */
export const COVER_SHOCKS: readonly JointShock[] = [
  { spotPercent: -2, volPoints: 5 },
  { spotPercent: -4, volPoints: 10 },
  { spotPercent: -8, volPoints: 20 },
];

/** Cover beyond which a mark is wrong rather than the hedge large. */
const MOST_COVER = 9.99;

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
  const { book, geometry } = coverCase;
  const shifts: readonly Shift[] = shocks.map((shock) => ({ ...shock, days: 0 }));
  const at = { asOf: book.asOf, geometry };
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
    unvalued,
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

/** What can only gain when the VIX rises. */
function isLongCall({ leg }: UnvaluedLeg): boolean {
  return leg.kind === 'option' && leg.root === 'VIX' && leg.right === 'call' && leg.quantity > 0;
}
