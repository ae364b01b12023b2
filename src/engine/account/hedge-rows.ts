import type { HedgeRow } from '#domain/hedge/book-exposure.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { HeldLeg, LegValue, UnvaluedLeg } from '#domain/hedge/valuation.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';

const LAYERS: readonly LayerName[] = ['short', 'medium', 'long'];

/** Hedge legs, and which layers their lots belong to. */
export type HedgeLegs = {
  readonly values: readonly LegValue[];
  readonly unvalued: readonly UnvaluedLeg[];
  /** By lot. */
  readonly layers: ReadonlyMap<string, LayerName>;
  /** Expirations that are counted, nearest first. */
  readonly expirations: number;
};

/**
 * A hedge by expiration, nearest first, without its ratio. Shares have none: their row comes first, is always
 * counted, and takes the place of no expiration.
 *
 * An expiration of which nothing could be valued keeps its place among those that are counted.
 */
export function hedgeRows(legs: HedgeLegs): readonly Omit<HedgeRow, 'ratio'>[] {
  const groups = Map.groupBy([...legs.values, ...legs.unvalued], ({ leg }) =>
    leg.kind === 'shares' ? '' : leg.expiry,
  );
  const keys = [...groups.keys()].toSorted();
  const counted = new Set(keys.filter((key) => key !== '').slice(0, legs.expirations));
  return keys.map((key) => {
    const members = groups.get(key) ?? [];
    const values = members.filter((member): member is LegValue => !('reason' in member));
    const unvalued = members.filter((member): member is UnvaluedLeg => 'reason' in member);
    return {
      ...(key !== '' && { expiry: key }),
      layers: layersIn(members, legs.layers),
      contracts: members.reduce((sum, { leg }) => sum + leg.quantity, 0),
      isCounted: key === '' || counted.has(key),
      values,
      unvalued,
      ...measured(values),
    };
  });
}

function layersIn(members: readonly HeldLeg[], layers: ReadonlyMap<string, LayerName>): readonly LayerName[] {
  const present = new Set(members.map(({ lotId }) => layers.get(lotId)));
  return LAYERS.filter((layer) => present.has(layer));
}

type Measured = Pick<HedgeRow, 'days' | 'forward' | 'delta' | 'beta' | 'exposure'>;

function measured(values: readonly LegValue[]): Measured {
  const [first] = values;
  if (!first) {
    return {};
  }
  const contracts = values.reduce((sum, { leg }) => sum + leg.quantity, 0);
  const perContract = values.reduce((sum, { delta, leg }) => sum + delta / contractSize(leg), 0);
  return {
    ...(first.days !== undefined && { days: first.days }),
    forward: first.forward,
    delta: perContract / contracts,
    beta: first.weight,
    exposure: values.reduce((sum, { exposure }) => sum + exposure, 0),
  };
}
