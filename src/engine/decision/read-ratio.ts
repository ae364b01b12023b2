import type { RatioReading } from '#domain/signal/decision.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import type { Assessment } from './assess.ts';
import { governStep } from './govern-step.ts';
import type { EventState } from './update-event.ts';
import { isOverBudget } from '#engine/upkeep/hedge-cost.ts';
import { targetRatio } from './target-ratio.ts';

/** The programme ratio, where the rules would put it, and the governed step on the way there. */
export function readRatio(assessment: Assessment): RatioReading {
  const { memory, settings, eventState, market, snapshot, evidence, unwind, isClose } = assessment;
  const { programme } = memory;
  const now = programme.ratio;
  const isUnwinding = isClose && unwind.holds === 'true';
  const { target, limits, ...factors } = targetRatio(
    {
      now,
      isCapitulation: isClose && assessment.rank === 'CAPITULATION',
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
      ...(eventState.event && { event: eventState.event.id }),
      isUnwindDue: unwind.onCloses.length > 0,
      isUnwinding,
      standDown: assessment.standDown,
      isDegraded: assessment.degraded.length > 0,
      isOverBudget:
        assessment.budget !== undefined && isOverBudget(assessment.budget, assessment.budget.step) === true,
      vix: market.vix.flaw ? undefined : market.vix.values.at(-1),
      fomc: snapshot.fomc,
      sessions: snapshot.sessions,
      session: snapshot.evaluation.session,
      isOver: snapshot.evaluation.kind === 'official' && assessment.isOver,
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
