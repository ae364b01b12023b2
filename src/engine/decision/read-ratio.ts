import type { Limit, RatioReading } from '#domain/signal/decision.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import type { Assessment } from './assess.ts';
import { governStep } from './govern-step.ts';
import type { EventState } from './update-event.ts';
import { isOverBudget } from '#engine/upkeep/hedge-cost.ts';
import type { Truth } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** The programme ratio, where the rules would put it, and the governed step on the way there. */
export function readRatio(found: Assessment): RatioReading {
  const { memory, settings, eventState, market, snapshot, evidence, unwind, isClose } = found;
  const { programme } = memory;
  const now = programme.ratio;
  const isUnwinding = isClose && unwind.holds === 'true';
  const { target, limits, ...factors } = targetRatio(
    {
      now,
      isCapitulation: isClose && found.rank === 'CAPITULATION',
      isUnwinding,
      breadth: evidence.find(({ id }) => id === 'breadth')?.truth ?? 'unknown',
      hasConsensus: hasConsensus(eventState),
    },
    settings,
  );
  const governed = governStep(
    {
      programme,
      target,
      isUnwindDue: unwind.onCloses.length > 0,
      isUnwinding,
      standDown: found.standDown,
      isDegraded: found.degraded.length > 0,
      isOverBudget: found.budget !== undefined && isOverBudget(found.budget, found.budget.step) === true,
      vix: market.vix.flaw ? undefined : market.vix.values.at(-1),
      fomc: snapshot.fomc,
      sessions: snapshot.sessions,
      session: snapshot.evaluation.session,
      isOver: snapshot.evaluation.kind === 'official' && found.isOver,
    },
    settings,
  );
  return {
    base: settings['ratio.base'],
    confirmed: settings['ratio.confirmed'],
    hardCap: settings['ratio.hardCap'],
    now,
    target,
    step: governed.step,
    next: roundOff(now + governed.step),
    limits: [...limits, ...governed.limits],
    ...factors,
  };
}

function hasConsensus({ subject }: EventState): boolean {
  return subject === undefined || (subject.reading.classified && subject.reading.hasConsensus);
}

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
export function targetRatio(given: TargetCase, settings: Settings): Target {
  const strength = given.breadth === 'true' ? 1 : HALF;
  const consensusFactor = given.hasConsensus ? 1 : HALF;
  const factors = { strength, consensusFactor };
  const base = settings['ratio.base'];
  if (given.isCapitulation) {
    const wanted = roundOff(base + (settings['ratio.confirmed'] - base) * strength * consensusFactor);
    const capped = Math.min(wanted, settings['ratio.hardCap']);
    return { ...factors, target: capped, limits: capped < wanted ? ['hard-cap'] : [] };
  }
  return { ...factors, target: given.isUnwinding ? base : given.now, limits: [] };
}
