import type { BothSides, NoCondorNumber } from '#domain/hedge/condor-report.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { LegValue, Mark, UnvaluedReason } from '#domain/hedge/valuation.ts';
import { priceLegs, type PriceSources } from '#engine/valuation/price-book.ts';
import { unfoldCondor } from '#engine/valuation/unfold-lots.ts';
import { UNSHIFTED, valueLeg } from '#engine/valuation/value-leg.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';

/** What the market makes of one condor, as far as it is known. */
export type CondorValue = {
  /** Epoch milliseconds (UTC); absent beyond the calendar. */
  readonly settlesAt?: number;
  readonly forward?: Mark;
  /** Index points that one would be sold for by the model; absent unless all four legs have a value. */
  readonly model?: number;
  /** Each short strike's own, a fraction; absent unless both have one. */
  readonly volatility?: BothSides;
  /** Why something is absent. */
  readonly missing?: NoCondorNumber;
};

export function condorValue(lot: Condor, sources: PriceSources): CondorValue {
  const { legs, unvalued, asOf } = priceLegs(unfoldCondor({ ...lot, quantity: 1 }), sources);
  // Prices and volatilities are the same under any vol geometry.
  const at = { asOf, shift: UNSHIFTED, geometry: volGeometry() };
  const values = legs.map((leg) => valueLeg(leg, at)).filter((value) => value !== undefined);
  const settlesAt = sources.clock.settlesAt(lot.expiry, lot.settlement);
  const forward = sources.forwards.index(lot.expiry, lot.settlement);
  const [low, high] = values.filter(({ leg }) => leg.quantity < 0).map(({ volatility }) => volatility?.value);
  return {
    ...(settlesAt !== undefined && { settlesAt }),
    ...(forward && { forward }),
    ...(unvalued.length === 0 && { model: -points(values) }),
    ...(low !== undefined && high !== undefined && { volatility: { low, high } }),
    ...(unvalued[0] && { missing: reasonOf(unvalued[0].reason) }),
  };
}

function points(values: readonly LegValue[]): number {
  return values.reduce((sum, { leg, price }) => sum + leg.quantity * price, 0);
}

function reasonOf(reason: UnvaluedReason): NoCondorNumber {
  switch (reason) {
    case 'expired':
    case 'no-forward':
      return reason;
    case 'beyond-calendar':
      return 'no-forward';
    default:
      return 'no-volatility';
  }
}
