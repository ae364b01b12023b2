import type { Limit, RatioReading } from '#domain/signal/decision.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import type { Truth } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What an unknown or healthy breadth, or a missing consensus, leaves of a raise. */
const HALF = 0.5;

export type TargetCase = {
  /** The programme ratio. */
  readonly now: number;
  /** Whether print, lag, RSI and MACD are all true on this close, inside the window. */
  readonly isCapitulation: boolean;
  readonly isUnwinding: boolean;
  readonly breadth: Truth;
  readonly hasConsensus: boolean;
};

export type Target = Pick<RatioReading, 'target' | 'strength' | 'consensusFactor'> & {
  readonly limits: readonly Limit[];
};

/** Where the rules alone would put the ratio, before the governor. */
export function targetRatio(targetCase: TargetCase, settings: Settings): Target {
  const strength = targetCase.breadth === 'true' ? 1 : HALF;
  const consensusFactor = targetCase.hasConsensus ? 1 : HALF;
  const factors = { strength, consensusFactor };
  const base = settings['ratio.base'];
  if (targetCase.isCapitulation) {
    const wanted = roundOff(base + (settings['ratio.confirmed'] - base) * strength * consensusFactor);
    const capped = Math.min(wanted, settings['ratio.hardCap']);
    return { ...factors, target: capped, limits: capped < wanted ? ['hard-cap'] : [] };
  }
  return { ...factors, target: targetCase.isUnwinding ? base : targetCase.now, limits: [] };
}
