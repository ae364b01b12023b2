import { thresholds } from '#config/thresholds.ts';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import { signalChart } from '#engine/chart/signal-chart.ts';
import { elapsedTime } from './duration.ts';
import type { Measurement } from './measurement.ts';
import { median } from './quantile.ts';
import { recordedCase } from './recorded-case.ts';

const PICTURES = 20;
const STARTS = 3;

/** The first one waits for a thread, a font and a rasteriser, ms. */
const MOST_FOR_FIRST = 4_000;
const MOST = 120;

/** How long drawing the picture of an alert takes, on the thread that draws in production. */
export const chart: Measurement = {
  name: 'chart',
  async measure(say) {
    const { snapshot, decision } = await recordedCase();
    const picture = signalChart(snapshot, thresholds.defaults, decision, 'RECORDED');
    const { signal } = new AbortController();
    const firsts: number[] = [];
    const later: number[] = [];
    for (let start = 1; start <= STARTS; start += 1) {
      say(`a drawing thread from its start, ${start} of ${STARTS}`);
      const renderer = createChartRenderer();
      const draw = (): Promise<number> => elapsedTime(() => renderer.drawSignal(picture, signal));
      firsts.push(await draw());
      for (let count = 0; start === STARTS && count < PICTURES; count += 1) {
        later.push(await draw());
      }
      await renderer.stop();
    }
    const limit = (most: number) => ({ kind: 'limit', most }) as const;
    return [
      {
        what: `chart, first picture of a process, of ${STARTS}`,
        ours: median(firsts),
        unit: 'ms',
        bar: limit(MOST_FOR_FIRST),
      },
      {
        what: `chart, p50 of ${PICTURES} later pictures`,
        ours: median(later),
        unit: 'ms',
        bar: limit(MOST),
      },
    ];
  },
};
