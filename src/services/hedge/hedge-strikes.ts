import type { BookOwner } from '#domain/book/book-record.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { LayerStrikes } from '#domain/hedge/hedge-plan.ts';
import type { LegValue, Mark } from '#domain/hedge/valuation.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { deviationStrikes } from '#engine/plan/deviation-strikes.ts';
import { sdStrike } from '#engine/plan/sd-strike.ts';
import { accountOf, type Frame, frameOf, type Look, lookAtBook, type LookDeps } from './look-at-book.ts';

/** Strikes at so many standard deviations where no chain lists any, by the volatility of the strike that is held. */
export type UnlistedStrikes = {
  readonly layer: LayerName;
  readonly expiry: Session;
  readonly days: number;
  readonly forward: Mark;
  readonly volatility: Mark;
  readonly strikes: readonly {
    readonly deviations: number;
    readonly mode: Settings['strike.mode'];
    /** VIX points. */
    readonly strike: number;
  }[];
};

export type HedgeStrikesReport = Frame & {
  readonly layers: readonly LayerStrikes[];
  /** Of layers that no chain lists. */
  readonly unlisted: readonly UnlistedStrikes[];
  readonly mode: Settings['strike.mode'];
};

const DAYS_A_YEAR = 365;

/** Where new calls at 1.5 and 2 standard deviations are struck. */
export async function hedgeStrikes(
  deps: LookDeps,
  owner: BookOwner,
  signal: AbortSignal,
): Promise<HedgeStrikesReport> {
  const look = await lookAtBook(deps, owner, signal);
  const { holdings, settings } = look;
  const { positions, sources, geometry } = holdings;
  const layers = deviationStrikes(positions.hedges, sources, settings, geometry);
  return {
    ...frameOf(deps, look),
    layers,
    unlisted: layers.flatMap((layer) => unlistedOf(layer, look)),
    mode: settings['strike.mode'],
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
