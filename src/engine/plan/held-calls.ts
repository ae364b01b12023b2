import type { HedgeRow } from '#domain/hedge/book-exposure.ts';
import type { LayerCall } from '#domain/hedge/hedge-plan.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { LegValue, OptionLeg } from '#domain/hedge/valuation.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import { quotedDollars } from './layer-call.ts';
import { LAYERS } from '#engine/valuation/layer-expiries.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';

/** Calls held of one expiration, as one call with their average, and how many. */
export type HeldCalls = {
  readonly call: LayerCall;
  readonly held: number;
  readonly values: readonly LegValue[];
};

/**
 * The VIX calls held of the counted expirations, nearest first. An expiration whose lots name no layer belongs to
 * the one that begins with about its days.
 *
 * @param layerDays - days that the short, medium and long layer begin with
 */
export function heldCalls(
  rows: readonly HedgeRow[],
  sources: PriceSources,
  layerDays: readonly number[],
): readonly HeldCalls[] {
  return rows.flatMap((row) => {
    const values = row.values.filter(({ leg }) => leg.kind === 'option' && leg.right === 'call');
    const { expiry, days, forward } = row;
    return row.isCounted && expiry !== undefined && days !== undefined && forward && values.length > 0
      ? [
          averageCall(
            { layer: row.layers[0] ?? nearestLayer(days, layerDays), expiry, days, forward },
            values,
            sources,
          ),
        ]
      : [];
  });
}

type Row = Pick<LayerCall, 'layer' | 'expiry' | 'days' | 'forward'>;

function averageCall(row: Row, values: readonly LegValue[], sources: PriceSources): HeldCalls {
  const held = values.reduce((sum, { leg }) => sum + leg.quantity, 0);
  const average = (of: (value: LegValue) => number): number =>
    values.reduce((sum, value) => sum + of(value), 0) / held;
  const [first] = values;
  const strikes = new Set(values.map(({ leg }) => (leg.kind === 'option' ? leg.strike : undefined)));
  const only = strikes.size === 1 && first?.leg.kind === 'option' ? first : undefined;
  return {
    held,
    values,
    call: {
      ...row,
      ...(only?.leg.kind === 'option' && { strike: only.leg.strike }),
      ...(only?.volatility && { volatility: only.volatility }),
      delta: average(({ delta, leg }) => delta / contractSize(leg)),
      unit: average(({ exposure }) => exposure),
      theta: average(({ theta }) => theta),
      theoretical: average(({ value }) => value),
      ...averageQuotes(values, sources),
    },
  };
}

/** Quotes of a mixture, absent as soon as one of its calls has none. */
function averageQuotes(
  values: readonly LegValue[],
  sources: PriceSources,
): Pick<LayerCall, 'mid' | 'bid' | 'ask'> {
  const options = values.flatMap(({ leg }) => (leg.kind === 'option' ? [leg] : []));
  const quoted = options.map((leg: OptionLeg) => ({
    quantity: leg.quantity,
    ...quotedDollars(leg, sources),
  }));
  const average = (side: 'mid' | 'bid' | 'ask'): number | undefined => {
    let sum = 0;
    let count = 0;
    for (const one of quoted) {
      const dollars = one[side];
      if (dollars === undefined) {
        return undefined;
      }
      sum += dollars * one.quantity;
      count += one.quantity;
    }
    return count === 0 ? undefined : sum / count;
  };
  const [mid, bid, ask] = [average('mid'), average('bid'), average('ask')];
  return {
    ...(mid !== undefined && { mid }),
    ...(bid !== undefined && { bid }),
    ...(ask !== undefined && { ask }),
  };
}

function nearestLayer(days: number, layerDays: readonly number[]): LayerName {
  const away = (place: number): number => Math.abs((layerDays[place] ?? Infinity) - days);
  return LAYERS.reduce(
    (best, layer, place) => (away(place) < away(LAYERS.indexOf(best)) ? layer : best),
    'short',
  );
}
