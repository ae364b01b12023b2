import type { Decision, Memory } from '#domain/signal/decision.ts';
import { type MarketMeasures, measureMarket } from '#engine/evidence/measure-market.ts';
import { makeDecision } from './make-decision.ts';
import { type EvaluationInputs, assess } from './assess.ts';
import type { Settings } from '#domain/settings/settings.ts';

/**
 * What the method makes of one snapshot for one server.
 *
 * A print may lift the state to ARMED and a check to WATCH; only an official evaluation counts closes and proposes
 * a step, once a session. A question answers what an official evaluation of the last closes would say, and
 * remembers nothing. The same inputs give the same decision; whatever is wrong with the data ends as an unknown
 * or a degraded input, never as an error.
 *
 * @param market - the snapshot's measures, where several servers share them
 */
export function evaluate(
  inputs: EvaluationInputs,
  market: MarketMeasures = measureMarket(inputs.snapshot),
): Decision {
  return makeDecision(assess(inputs, market));
}

/** What a server remembers before its first evaluation: calm, with the ratio at base. */
export function initialMemory(settings: Pick<Settings, 'ratio.base'>): Memory {
  return {
    state: 'CALM',
    programme: { ratio: settings['ratio.base'], upUsed: 0 },
    absorbed: [],
    closesBelow: 0,
    unwindOn: [],
    evidence: {},
  };
}
