import { memoize, memoizeWeak } from '#domain/memoize.ts';
import type { LayerCall, LayerChoice } from '#domain/hedge/hedge-plan.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { OptionLeg, VolGeometry } from '#domain/hedge/valuation.ts';
import { middleOf } from '#engine/pricing/strike-pairs.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import { type PriceSources, priceLegs } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueLeg } from '#engine/valuation/value-leg.ts';
import type { LayerExpiry } from '#engine/valuation/layer-expiries.ts';

/** A VIX call as one leg of one contract. */
export function callLeg(expiry: Session, strike: number, quantity = 1): OptionLeg {
  return { kind: 'option', root: 'VIX', right: 'call', strike, expiry, settlement: 'AM', quantity };
}

type NoCall = Extract<LayerChoice, { kind: 'none' }>;

/** A choice before it is a layer's. */
type Choice = Omit<Extract<LayerChoice, { kind: 'call' }>, 'layer'> | Omit<NoCall, 'layer'>;

/** What one contract of a listed VIX call is: its delta, its dollars per point of VIX, and what it costs. */
export function layerCall(
  layer: LayerName,
  { expiry, strike }: { readonly expiry: Session; readonly strike: number },
  sources: PriceSources,
  geometry: VolGeometry,
): LayerChoice {
  return ofLayer(layer, callsOn(sources)(geometry)(expiry)(strike));
}

function ofLayer(layer: LayerName, choice: Choice): LayerChoice {
  return choice.kind === 'call' ? { ...choice, layer } : { ...choice, layer };
}

/** Each call is valued once on the same prices, for however many books. */
const callsOn = memoizeWeak((sources: PriceSources) =>
  memoizeWeak((geometry: VolGeometry) =>
    memoize((expiry: Session) =>
      memoize((strike: number) => valueCall({ expiry, strike }, sources, geometry)),
    ),
  ),
);

function valueCall(
  { expiry, strike }: { readonly expiry: Session; readonly strike: number },
  sources: PriceSources,
  geometry: VolGeometry,
): Choice {
  const leg = callLeg(expiry, strike);
  const { legs, unvalued, asOf } = priceLegs([{ lotId: '', leg }], sources);
  const [priced] = legs;
  const value = priced && valueLeg(priced, { asOf, geometry, shift: UNSHIFTED });
  if (!value || value.days === undefined) {
    return { kind: 'none', reason: reasonOf(unvalued[0]?.reason) };
  }
  const { forward, volatility, days } = value;
  return {
    kind: 'call',
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

function reasonOf(reason: string | undefined): NoCall['reason'] {
  return reason === 'no-rate' || reason === 'no-forward' ? reason : 'no-volatility';
}

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
  const calls = strikes.map(callsOn(sources)(geometry)(expiry));
  const valued = calls.flatMap((call) => (call.kind === 'call' ? [call] : []));
  const away = (call: { readonly delta: number }): number => Math.abs(call.delta - delta);
  const nearest = valued.toSorted((first, second) => away(first) - away(second))[0];
  if (!nearest) {
    const none = calls.find((call) => call.kind === 'none');
    return { kind: 'none', layer, reason: none?.reason ?? 'no-strike-listed' };
  }
  return away(nearest) <= TOLERANCE
    ? { ...nearest, layer }
    : { kind: 'none', layer, reason: 'none-near-delta' };
}
