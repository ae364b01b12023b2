import { sdStrike } from '#engine/plan/sd-strike.ts';
import { deviationStrikes } from '#engine/plan/deviation-strikes.ts';
import { hedgeCost } from '#engine/upkeep/hedge-cost.ts';
import { hedgeFlows } from '#engine/upkeep/hedge-flows.ts';
import { sizeHedge } from '#engine/plan/size-hedge.ts';
import type { LayerStrikes } from '#domain/hedge/hedge-plan.ts';
import type { LegValue } from '#domain/hedge/valuation.ts';
import type { UnlistedStrikes } from './exposure-reports.ts';
import type { ExposureServices } from './exposure-services.ts';
import type { ExposureParts } from './exposure-parts.ts';
import { accountOf, frameOf, type Look, lookAt } from './look.ts';

const DAYS_A_YEAR = 365;

/** How many calls so many condors take. */
export function createSizeHedge({ settings: store }: ExposureParts): ExposureServices['sizeHedge'] {
  return async (server, condors) => {
    const { settings } = await store.read(server);
    const perTenCondors = settings['layers.perTenCondors'];
    return { condors, perTenCondors, sizes: sizeHedge(condors, perTenCondors) };
  };
}

/** What the hedge has cost in a year. */
export function createHedgeCost(parts: ExposureParts): ExposureServices['hedgeCostOf'] {
  return async (owner, signal) => {
    const look = await lookAt(parts, owner, signal);
    const { holdings, settings } = look;
    return {
      ...frameOf(parts, look),
      cost: hedgeCost(hedgeFlows(holdings.lots), holdings.today, settings),
      annualPercent: settings['budget.annualPercent'],
      capital: settings['budget.capital'],
    };
  };
}

/** Where new calls at 1.5 and 2 standard deviations are struck. */
export function createHedgeStrikes(parts: ExposureParts): ExposureServices['hedgeStrikes'] {
  return async (owner, signal) => {
    const look = await lookAt(parts, owner, signal);
    const { holdings, settings } = look;
    const { positions, sources, geometry } = holdings;
    const layers = deviationStrikes(positions.hedges, sources, settings, geometry);
    return {
      ...frameOf(parts, look),
      layers,
      unlisted: layers.flatMap((layer) => unlistedOf(layer, look)),
      mode: settings['strike.mode'],
    };
  };
}

const MODES = ['lognormal', 'linear'] as const;

/** By the volatility of the call that is held, where no chain tells the target strike's own. */
function unlistedOf(layer: LayerStrikes, look: Look): readonly UnlistedStrikes[] {
  if (layer.kind === 'strikes') {
    return [];
  }
  const held = (accountOf(look).vega?.hedge.rows ?? [])
    .filter(({ layers }) => layers.includes(layer.layer))
    .flatMap(({ values }) => values)
    .find(({ leg }) => leg.kind === 'option' && leg.right === 'call');
  return held?.leg.kind === 'option' ? strikesBy(layer, held, held.leg.expiry, look) : [];
}

function strikesBy(
  { layer }: Pick<LayerStrikes, 'layer'>,
  { forward, volatility, days }: LegValue,
  expiry: string,
  { settings }: Look,
): readonly UnlistedStrikes[] {
  if (!volatility || days === undefined) {
    return [];
  }
  const at = { forward: forward.value, volatility: volatility.value, years: days / DAYS_A_YEAR };
  const strikes = [settings['strike.sdMin'], settings['strike.sdMax']].flatMap((deviations) =>
    MODES.map((mode) => ({ deviations, mode, strike: sdStrike({ ...at, deviations, mode }) })),
  );
  return [{ layer, expiry, days, forward, volatility, strikes }];
}
