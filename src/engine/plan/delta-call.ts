import type { LayerChoice } from '#domain/hedge/hedge-plan.ts';
import type { VolGeometry } from '#domain/hedge/vol-geometry.ts';
import { layerCall } from './layer-call.ts';
import type { LayerExpiry } from '#engine/valuation/layer-expiries.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';

/** How far from the delta asked for a call may be and still be called that. */
const TOLERANCE = 0.1;

/** The listed call of a layer whose delta is nearest to the one asked for (`layers.delta`, about 0.50). */
export function deltaCall(
  place: LayerExpiry,
  delta: number,
  sources: PriceSources,
  geometry: VolGeometry,
): LayerChoice {
  if (place.kind === 'none') {
    return place;
  }
  const { layer, expiry } = place;
  const quotes = sources.board.find('VIX', expiry, 'AM');
  const strikes = (quotes?.strikes ?? []).filter((strike) => quotes?.quote('call', strike));
  const calls = strikes.map((strike) => layerCall(layer, { expiry, strike }, sources, geometry));
  const valued = calls.flatMap((call) => (call.kind === 'call' ? [call] : []));
  const away = (call: { readonly delta: number }): number => Math.abs(call.delta - delta);
  const nearest = valued.toSorted((first, second) => away(first) - away(second))[0];
  if (!nearest) {
    return calls.find((call) => call.kind === 'none') ?? { kind: 'none', layer, reason: 'no-strike-listed' };
  }
  return away(nearest) <= TOLERANCE ? nearest : { kind: 'none', layer, reason: 'none-near-delta' };
}
