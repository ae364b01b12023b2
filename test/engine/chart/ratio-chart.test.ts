import { describe, expect, it } from 'vitest';
import { ratioChart } from '#engine/chart/ratio-chart.ts';

const DAY = 86_400_000;
/** 22:00 in New York on 2013-12-30: the next day in UTC already. */
const START = Date.UTC(2013, 11, 31, 3);

describe('ratioChart', () => {
  it('names days of New York along the axis, the first with its year', () => {
    const samples = Array.from({ length: 10 }, (_, day) => ({ asOf: START + day * DAY, programme: 0.6 }));
    const chart = ratioChart(samples);
    expect(chart.form === 'lines' && chart.ticks).toEqual([
      { x: 0, label: 'Dec 30, 2013' },
      { x: 2, label: 'Jan 1' },
      { x: 4, label: 'Jan 3' },
      { x: 6, label: 'Jan 5' },
      { x: 8, label: 'Jan 7' },
    ]);
  });
});
