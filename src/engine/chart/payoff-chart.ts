import { newYorkDay, newYorkTime } from '#calendar/new-york.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { StressRow } from '#domain/hedge/book-exposure.ts';
import type { Shift } from '#domain/hedge/valuation.ts';

/** VIX points of the shocks that a payoff is drawn over. */
const LEAST = -5;
const MOST = 30;
const TICK = 5;

/** Every shock of the picture: volatility alone, at once, SPX where it is. */
export const PAYOFF_SHOCKS: readonly Shift[] = Array.from({ length: MOST - LEAST + 1 }, (_, step) => ({
  volPoints: LEAST + step,
  spotPercent: 0,
  days: 0,
}));

/**
 * What condors and hedge gain and lose as the VIX jumps.
 *
 * @param rows - of `PAYOFF_SHOCKS`
 */
export function payoffChart(
  rows: readonly StressRow[],
  caption: { readonly asOf: number; readonly isIllustration: boolean; readonly watermark?: string },
): BookChart {
  const line = (label: string, dollars: (row: StressRow) => number) => ({
    label,
    points: rows.map((row) => ({ x: row.shift.volPoints, y: dollars(row) })),
  });
  const facts = [
    'all at once, SPX where it is, each option on its own volatility',
    `as of ${newYorkDay(caption.asOf)} ${newYorkTime(caption.asOf)} New York`,
    ...(caption.isIllustration ? ['illustration, nobody holds it'] : []),
  ];
  return {
    form: 'lines',
    title: 'Condors and hedge as the VIX jumps',
    subtitle: facts.join(' · '),
    unit: '$ gained or lost',
    axis: 'VIX shock, points',
    ticks: Array.from({ length: (MOST - LEAST) / TICK + 1 }, (_, step) => {
      const x = LEAST + step * TICK;
      return { x, label: x > 0 ? `+${x}` : `${x}`.replace('-', '−') };
    }),
    series: [
      line('hedge', ({ hedge }) => hedge),
      line('condors', ({ condors }) => condors),
      line('both', ({ hedge, condors }) => hedge + condors),
    ],
    levels: [],
    ...(caption.watermark !== undefined && { watermark: caption.watermark }),
  };
}
