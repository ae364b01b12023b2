import type { DeviationStrike, LayerChoice, LayerStrikes } from '#domain/hedge/hedge-plan.ts';
import type { Hedge } from '#domain/book/lot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Mark, VolGeometry } from '#domain/hedge/valuation.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { layerCall } from './layer-call.ts';
import { layerExpiries, type LayerExpiry } from '#engine/valuation/layer-expiries.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { sdStrike } from './sd-strike.ts';
import { isUnvalued } from '#engine/valuation/volatility-marks.ts';

const MODES = ['lognormal', 'linear'] as const;

/** How strikes are asked for. */
export type StrikeRules = Pick<
  Settings,
  'strike.sdMin' | 'strike.sdMax' | 'layers.days' | 'layers.daysFloor'
>;

/**
 * Strikes of new calls at 1.5 and at 2 standard deviations, lognormal and linear, for each layer's expiry, with the
 * listed strike at or above each.
 */
export function deviationStrikes(
  hedges: readonly Hedge[],
  sources: PriceSources,
  settings: StrikeRules,
  geometry: VolGeometry,
): readonly LayerStrikes[] {
  return layerExpiries(hedges, sources, settings).map((place) => {
    if (place.kind === 'none') {
      return place;
    }
    const { layer, expiry } = place;
    const forward = sources.forwards.future(expiry);
    if (!forward) {
      return { kind: 'none', layer, reason: 'no-forward' };
    }
    const at = { place, sources, forward, geometry };
    const strikes = [settings['strike.sdMin'], settings['strike.sdMax']].flatMap((deviations) =>
      MODES.map((mode) => deviationStrike(at, deviations, mode)),
    );
    const known = strikes.filter((strike) => strike !== undefined);
    const days = yearsBetween(sources.marks.asOf, place.settlesAt) * 365;
    return known.length < strikes.length
      ? { kind: 'none', layer, reason: sources.forwards.rate ? 'no-volatility' : 'no-rate' }
      : { kind: 'strikes', layer, expiry, days, forward, strikes: known };
  });
}

/**
 * The call that a layer adds between the two numbers of standard deviations: the nearest listed strike at or above
 * the lower one, unless that lies above the higher.
 */
export function deviationCall(
  strikes: LayerStrikes,
  settings: Pick<Settings, 'strike.sdMin' | 'strike.sdMax' | 'strike.mode'>,
): LayerChoice {
  if (strikes.kind === 'none') {
    return strikes;
  }
  const of = (deviations: number): DeviationStrike | undefined =>
    strikes.strikes.find(
      (strike) => strike.mode === settings['strike.mode'] && strike.deviations === deviations,
    );
  const lower = of(settings['strike.sdMin']);
  const upper = of(settings['strike.sdMax']);
  const { layer } = strikes;
  if (!lower || lower.listed.kind === 'none') {
    return lower?.listed ?? { kind: 'none', layer, reason: 'no-volatility' };
  }
  const isInBand = upper !== undefined && (lower.listed.strike ?? Infinity) <= upper.strike;
  return isInBand ? lower.listed : { kind: 'none', layer, reason: 'none-in-band' };
}

type StrikePlace = {
  readonly place: Extract<LayerExpiry, { kind: 'expiry' }>;
  readonly sources: PriceSources;
  readonly forward: Mark;
  readonly geometry: VolGeometry;
};

function deviationStrike(
  at: StrikePlace,
  deviations: number,
  mode: DeviationStrike['mode'],
): DeviationStrike | undefined {
  const { place, sources, forward, geometry } = at;
  const years = yearsBetween(sources.marks.asOf, place.settlesAt);
  // The layer's own at the money: by the far strike's skewed volatility two deviations would lie absurdly far out.
  const volatility = volatilityAt(at, forward.value);
  if (volatility === undefined) {
    return undefined;
  }
  const strike = sdStrike({ forward: forward.value, volatility, years, deviations, mode });
  const quotes = sources.board.find('VIX', place.expiry, 'AM');
  const listed = quotes?.strikes.find((candidate) => candidate >= strike && quotes.quote('call', candidate));
  return {
    deviations,
    mode,
    strike,
    volatility,
    listed:
      listed === undefined
        ? { kind: 'none', layer: place.layer, reason: 'no-strike-listed' }
        : layerCall(place.layer, { expiry: place.expiry, strike: listed }, sources, geometry),
  };
}

/** Implied volatility of calls at any strike: beyond the strikes that have one, that of the nearest. */
function volatilityAt({ place, sources, forward }: StrikePlace, strike: number): number | undefined {
  const { forwards, volatilities, board } = sources;
  const { expiry, settlesAt } = place;
  const rate = forwards.rate?.value;
  if (rate === undefined) {
    return undefined;
  }
  const at = (wanted: number): number | undefined => {
    const option = { root: 'VIX', expiry, settlement: 'AM', right: 'call', strike: wanted } as const;
    const mark = volatilities(option, { forward: forward.value, rate, settlesAt });
    return isUnvalued(mark) ? undefined : mark.value;
  };
  const nearest = (board.find('VIX', expiry, 'AM')?.strikes ?? []).toSorted(
    (first, second) => Math.abs(first - strike) - Math.abs(second - strike),
  );
  return at(strike) ?? nearest.map(at).find((volatility) => volatility !== undefined);
}
