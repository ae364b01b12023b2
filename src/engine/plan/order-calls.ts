import type { Hedge, LayerName } from '#domain/book/lot.ts';
import type { LayerCall, LayerChoice, PlanStyle } from '#domain/hedge/hedge-plan.ts';
import type { OrderCall } from '#domain/hedge/step-order.ts';
import type { Session } from '#domain/market/session.ts';
import { LAYERS, type LayerExpiry, layerExpiries } from '#engine/valuation/layer-expiries.ts';
import type { PlanRules } from './allocate-plan.ts';
import { deviationCall, deviationStrikes } from './deviation-strikes.ts';
import { deltaCall, layerCall } from './layer-call.ts';
import type { OrderMarks } from './order-scale.ts';

/** In which order a layer falls back where a style has no listed strike. */
const STYLES: readonly PlanStyle[] = ['delta', 'deviations', 'held'];

/** What calls are chosen from. */
export type CallsCase = OrderMarks & {
  readonly hedges: readonly Hedge[];
  readonly settings: PlanRules;
  /** Session of the window: nothing that settles by then is named. */
  readonly window: Session;
};

/** The calls of each style, the recommended one first; a layer falls back to the next style and says so. */
export function orderCalls(
  callsCase: CallsCase,
  recommended: PlanStyle,
): readonly { readonly style: PlanStyle; readonly calls: readonly OrderCall[] }[] {
  const choices = new Map(STYLES.map((style) => [style, chosen(callsCase, style)]));
  const styles = [recommended, ...STYLES.filter((style) => style !== recommended)];
  return styles.map((style) => {
    const order = [style, ...STYLES.filter((other) => other !== style)];
    const calls = LAYERS.flatMap((layer) => callOf(layer, { order, choices, settings: callsCase.settings }));
    return { style, calls };
  });
}

function callOf(
  layer: LayerName,
  {
    order,
    choices,
    settings,
  }: {
    readonly order: readonly PlanStyle[];
    readonly choices: ReadonlyMap<PlanStyle, readonly LayerCall[]>;
    readonly settings: PlanRules;
  },
): readonly OrderCall[] {
  const weight = settings['layers.perTenCondors'][LAYERS.indexOf(layer)] ?? 0;
  const [style] = order;
  for (const candidate of weight > 0 ? order : []) {
    const call = choices.get(candidate)?.find((one) => one.layer === layer);
    if (call?.strike !== undefined) {
      const fellBackTo = candidate === style ? undefined : candidate;
      return [orderCall({ ...call, strike: call.strike }, weight, fellBackTo)];
    }
  }
  return [];
}

function orderCall(
  { layer, strike, expiry, unit, ask, mid, theoretical }: LayerCall & { readonly strike: number },
  weight: number,
  fellBackTo: PlanStyle | undefined,
): OrderCall {
  return {
    layer,
    right: 'call',
    strike,
    expiry,
    unit,
    theoretical,
    weight,
    ...(ask !== undefined && { touch: ask }),
    ...(mid !== undefined && { mid }),
    ...(fellBackTo && { fellBackTo }),
  };
}

function chosen(callsCase: CallsCase, style: PlanStyle): readonly LayerCall[] {
  return choicesOf(callsCase, style).flatMap((choice) =>
    choice.kind === 'call' && choice.expiry > callsCase.window ? [choice] : [],
  );
}

function choicesOf(callsCase: CallsCase, style: PlanStyle): readonly LayerChoice[] {
  const { hedges, sources, geometry, settings } = callsCase;
  switch (style) {
    case 'deviations':
      return deviationStrikes(hedges, sources, settings, geometry).map((strikes) =>
        deviationCall(strikes, settings),
      );
    case 'delta':
      return layerExpiries(hedges, sources, settings).map((place) =>
        deltaCall(place, settings['layers.delta'], sources, geometry),
      );
    case 'held':
      return layerExpiries(hedges, sources, settings).flatMap((place) => heldChoice(callsCase, place));
  }
}

/** Of several strikes held in a layer the one with the most contracts. */
function heldChoice({ hedges, sources, geometry }: CallsCase, place: LayerExpiry): readonly LayerChoice[] {
  if (place.kind === 'none') {
    return [];
  }
  const { layer, expiry } = place;
  const counts = new Map<number, number>();
  for (const lot of hedges) {
    if (lot.instrument === 'VIX' && lot.right === 'call' && lot.layer === layer && lot.expiry === expiry) {
      counts.set(lot.strike, (counts.get(lot.strike) ?? 0) + lot.quantity);
    }
  }
  const [most] = [...counts].toSorted((first, second) => second[1] - first[1] || first[0] - second[0]);
  return most ? [layerCall(layer, { expiry, strike: most[0] }, sources, geometry)] : [];
}
