import { describe, expect, it } from 'vitest';
import { sessionTicks } from '#charts/session-ticks.ts';
import { weekdays } from './sample-chart.ts';

const labels = (count: number, most: number) => sessionTicks(weekdays(count), most).map(({ label }) => label);

describe('sessionTicks', () => {
  it('names the first session of each month, and the year at the first of them', () => {
    expect(labels(120, 6)).toEqual(['May 2014', 'Jun', 'Jul', 'Aug', 'Sep']);
    const [may] = sessionTicks(weekdays(120), 6);
    expect(weekdays(120)[may?.index ?? 0]).toBe('2014-05-01');
  });

  it('names quarters when there is no room for months, and calls January by its year', () => {
    expect(labels(320, 6)).toEqual(['Jul 2014', 'Oct', '2015', 'Apr']);
  });

  it('names days, counted back from the last, when the picture spans little more than a month', () => {
    expect(labels(30, 6)).toEqual(['9 Apr 2014', '16 Apr', '23 Apr', '30 Apr', '7 May', '14 May']);
  });

  it('names the only session', () => {
    expect(sessionTicks(['2014-09-23'], 6)).toEqual([{ index: 0, label: '23 Sep 2014' }]);
  });

  it('never names more than fit', () => {
    for (const count of [1, 2, 29, 61, 62, 63, 64, 65, 120, 252, 320]) {
      expect(labels(count, 5).length).toBeLessThanOrEqual(5);
    }
  });
});
