import type { BookChart } from '#domain/hedge/book-chart.ts';

/** How a hedge stood at one evaluation. */
export type RatioSample = {
  readonly asOf: number;
  readonly programme: number;
  readonly ratio?: number;
  readonly stressRatio?: number;
};

/** Days named along the axis. */
const TICKS = 5;

const DAY = { timeZone: 'America/New_York', month: 'short', day: 'numeric' } as const;
const SHORT_DAY = new Intl.DateTimeFormat('en-US', DAY);
const WHOLE_DAY = new Intl.DateTimeFormat('en-US', { ...DAY, year: 'numeric' });

/**
 * The adopted vega multiplier and the measured vega ratio H, evaluation by evaluation.
 *
 * @param samples - oldest first
 */
export function ratioChart(samples: readonly RatioSample[], watermark?: string): BookChart {
  const line = (label: string, of: (sample: RatioSample) => number | undefined) => ({
    label,
    points: samples.flatMap((sample, x) => {
      const y = of(sample);
      return y === undefined ? [] : [{ x, y }];
    }),
  });
  const series = [
    { ...line('vega multiplier', ({ programme }) => programme), isStepped: true as const },
    line('vega ratio H', ({ ratio }) => ratio),
    line('H(+10)', ({ stressRatio }) => stressRatio),
  ];
  const every = Math.max(1, Math.ceil(samples.length / TICKS));
  return {
    form: 'lines',
    title: 'Vega multiplier and vega ratio H over time',
    subtitle: `${samples.length} evaluations, each at its own instant; H is measured and moves nothing`,
    unit: 'multiplier, H',
    axis: 'evaluation',
    ticks: samples.flatMap(({ asOf }, x) =>
      x % every === 0 ? [{ x, label: (x === 0 ? WHOLE_DAY : SHORT_DAY).format(asOf) }] : [],
    ),
    series: series.filter(({ points }) => points.length > 0),
    levels: [],
    ...(watermark !== undefined && { watermark }),
  };
}
