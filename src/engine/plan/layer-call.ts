import type { LayerCall, LayerChoice } from '#domain/hedge/hedge-plan.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { OptionLeg } from '#domain/hedge/valuation.ts';
import type { VolGeometry } from '#domain/hedge/vol-geometry.ts';
import { middleOf } from '#engine/pricing/strike-pairs.ts';
import { contractSize } from '#engine/valuation/contract-size.ts';
import { priceLegs, type PriceSources } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueLeg } from '#engine/valuation/value-leg.ts';

/** A VIX call as one leg of one contract. */
export function callLeg(expiry: Session, strike: number, quantity = 1): OptionLeg {
  return { kind: 'option', root: 'VIX', right: 'call', strike, expiry, settlement: 'AM', quantity };
}

/** What one contract of a listed VIX call is: its delta, its dollars per point of VIX, and what it costs. */
export function layerCall(
  layer: LayerName,
  { expiry, strike }: { readonly expiry: Session; readonly strike: number },
  sources: PriceSources,
  geometry: VolGeometry,
): LayerChoice {
  const leg = callLeg(expiry, strike);
  const { legs, unvalued, asOf } = priceLegs([{ lotId: layer, leg }], sources);
  const [priced] = legs;
  const value = priced && valueLeg(priced, { asOf, geometry, shift: UNSHIFTED });
  if (!value || value.days === undefined) {
    return { kind: 'none', layer, reason: reasonOf(unvalued[0]?.reason) };
  }
  const { forward, volatility, days } = value;
  return {
    kind: 'call',
    layer,
    expiry,
    days,
    strike,
    forward,
    ...(volatility && { volatility }),
    delta: value.delta / contractSize(leg),
    unit: value.exposure,
    theta: value.theta,
    theoretical: value.value,
    ...quotedDollars(leg, sources),
  };
}

/** Dollars of one contract at the middle, at bid and at ask; what nobody quotes is absent. */
export function quotedDollars(
  leg: OptionLeg,
  { board }: PriceSources,
): Pick<LayerCall, 'mid' | 'bid' | 'ask'> {
  const quote = board.find(leg.root, leg.expiry, leg.settlement)?.quote(leg.right, leg.strike);
  const size = contractSize(leg);
  const middle = quote && middleOf(quote);
  return {
    ...(middle !== undefined && { mid: middle * size }),
    ...(quote?.bid !== undefined && quote.bid > 0 && { bid: quote.bid * size }),
    ...(quote?.ask !== undefined && quote.ask > 0 && { ask: quote.ask * size }),
  };
}

function reasonOf(reason: string | undefined): Extract<LayerChoice, { kind: 'none' }>['reason'] {
  return reason === 'no-rate' || reason === 'no-forward' ? reason : 'no-volatility';
}
