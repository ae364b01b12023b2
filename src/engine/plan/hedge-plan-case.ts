import type { StressRow, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Hedge } from '#domain/book/lot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { VolGeometry } from '#domain/hedge/valuation.ts';
import type { StrikeRules } from './deviation-strikes.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';

/** What a step of the ratio is planned from. */
export type HedgePlanCase = {
  readonly account: VegaExposure;
  /** The account's stress table, before any contract. */
  readonly stress: readonly StressRow[];
  readonly hedges: readonly Hedge[];
  readonly sources: PriceSources;
  readonly geometry: VolGeometry;
  readonly settings: PlanRules;
  /** The programme ratio before and after. */
  readonly step: RatioStep;
  readonly meaning: Settings['ratio.meaning'];
};

/** What decides which calls a plan adds, and in which proportion. */
export type PlanRules = StrikeRules & Pick<Settings, 'layers.perTenCondors' | 'layers.delta' | 'strike.mode'>;
