import type { Decision } from '../../domain/decision.ts';
import type { Score, ScoreHorizon } from '../../domain/score.ts';
import type { MarketMeasures } from '../evidence/measure-market.ts';
import { roundOff } from '../statistics/round-off.ts';

export const HORIZONS: readonly ScoreHorizon[] = [1, 5, 20];

type Step = Pick<Decision, 'id' | 'lastSession' | 'ratio'>;

/**
 * What came so many sessions after a recommended step.
 *
 * @returns `undefined` while the sessions have not passed, without a step, or where a close in between is missing:
 *   then there is no score, and no guess in its place
 */
export function scoreStep(
  { id, lastSession: session, ratio }: Step,
  horizon: ScoreHorizon,
  { sessions, rut, spx, vix }: Pick<MarketMeasures, 'sessions' | 'rut' | 'spx' | 'vix'>,
): Score | undefined {
  const from = sessions.indexOf(session);
  const to = from + horizon;
  const until = sessions[to];
  if (from < 0 || until === undefined || ratio.step === 0) {
    return undefined;
  }
  const path = spx.values.slice(from, to + 1).filter((close) => close !== undefined);
  const [small, large] = [change(rut.values, from, to), change(spx.values, from, to)];
  const [before, after] = [vix.values[from], vix.values[to]];
  if (small === undefined || large === undefined || before === undefined || after === undefined) {
    return undefined;
  }
  const [first = 1] = path;
  const vixChange = roundOff(after - before);
  return {
    decisionId: id,
    session,
    step: ratio.step,
    horizon,
    until,
    vixChange,
    spxReturn: roundOff((large - 1) * 100),
    relative: roundOff((Math.log(small) - Math.log(large)) * 100),
    drawdown: roundOff((Math.min(...path) / first - 1) * 100) + 0,
    right: ratio.step > 0 ? vixChange > 0 : vixChange <= 0,
  };
}

/** One close over another; `undefined` where either is missing. */
function change(values: readonly (number | undefined)[], from: number, to: number): number | undefined {
  const [before, after] = [values[from], values[to]];
  return before === undefined || after === undefined ? undefined : after / before;
}
