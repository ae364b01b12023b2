import type { Decision } from '#domain/signal/decision.ts';
import type { Calibration, Score, ScoreHorizon } from '#domain/signal/score.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { mean } from '#engine/statistics/summary.ts';
import { wilsonInterval } from '#engine/statistics/inference.ts';

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
  const [small, large] = [change(rut.values, from, to), change(spx.values, from, to)];
  const [before, after] = [vix.values[from], vix.values[to]];
  const drawdown = drawdownOf(spx.values.slice(from, to + 1));
  if (small === undefined || large === undefined || before === undefined || after === undefined) {
    return undefined;
  }
  if (drawdown === undefined) {
    return undefined;
  }
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
    drawdown: roundOff(drawdown) + 0,
    right: ratio.step > 0 ? vixChange > 0 : vixChange <= 0,
  };
}

/** How deep the lowest close lies below the first, percent, at most 0; `undefined` where one is missing. */
function drawdownOf(values: readonly (number | undefined)[]): number | undefined {
  const [first] = values;
  const closes = values.filter((close) => close !== undefined);
  return first === undefined || closes.length < values.length
    ? undefined
    : (Math.min(...closes) / first - 1) * 100;
}

/** One close over another; `undefined` where either is missing. */
function change(values: readonly (number | undefined)[], from: number, to: number): number | undefined {
  const [before, after] = [values[from], values[to]];
  return before === undefined || after === undefined ? undefined : after / before;
}

/** How often recommendations were right, by direction and horizon, those without any included. */
export function calibrate(scores: readonly Score[]): readonly Calibration[] {
  return (['up', 'down'] as const).flatMap((direction) =>
    HORIZONS.map((horizon): Calibration => {
      const mine = scores.filter(
        (score) => score.horizon === horizon && score.step > 0 === (direction === 'up'),
      );
      const right = mine.filter((score) => score.right).length;
      const interval = wilsonInterval(right, mine.length);
      const meanVixChange = mean(mine.map(({ vixChange }) => vixChange));
      const meanSpxReturn = mean(mine.map(({ spxReturn }) => spxReturn));
      return {
        direction,
        horizon,
        count: mine.length,
        right,
        ...(interval && { interval }),
        ...(meanVixChange !== undefined && { meanVixChange }),
        ...(meanSpxReturn !== undefined && { meanSpxReturn }),
      };
    }),
  );
}
