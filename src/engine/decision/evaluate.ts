import type { Decision } from '#domain/signal/decision.ts';
import { measureMarket, type MarketMeasures } from '#engine/evidence/measure-market.ts';
import { makeDecision } from './make-decision.ts';
import { assess, type EvaluationInputs } from './assess.ts';

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
