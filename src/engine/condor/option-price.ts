import type { OptionLeg } from '#domain/hedge/valuation.ts';
import { priceLegs, type PriceSources } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueLeg } from '#engine/valuation/value-leg.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';

/** Index points that one option is valued at; `undefined` where it has no value. */
export function optionPrice(leg: OptionLeg, sources: PriceSources): number | undefined {
  const [priced] = priceLegs([{ lotId: 'roll', leg }], sources).legs;
  const at = { asOf: sources.marks.asOf, shift: UNSHIFTED, geometry: volGeometry() };
  return priced && valueLeg(priced, at)?.price;
}
