import type { Calibration, Score } from '#domain/signal/score.ts';
import { mean } from '#engine/statistics/mean.ts';
import { wilsonInterval } from '#engine/statistics/wilson-interval.ts';
import { HORIZONS } from './score-step.ts';

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
