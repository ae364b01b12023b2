import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';

export const BARS: Extract<StudyChart, { form: 'bars' }> = {
  form: 'bars',
  title: 'From release to raise',
  subtitle: 'CPI & PPI',
  bars: [
    { label: 'releases', count: 352 },
    { label: 'and <RSI>', count: 6, indented: true },
    { label: 'raised', count: 0 },
  ],
};

export const STEPS: Extract<StudyChart, { form: 'steps' }> = {
  form: 'steps',
  title: 'Programme ratio',
  subtitle: 'five steps',
  from: Date.UTC(2010, 0, 1),
  until: Date.UTC(2024, 7, 30),
  start: 0.6,
  steps: [{ at: Date.UTC(2014, 8, 23), to: 0.7 }],
  levels: [{ value: 0.6, label: 'base 0.60' }],
  marks: [{ at: Date.UTC(2024, 7, 29), label: '2024-08-29', raised: true }],
};

export const INTERVALS: Extract<StudyChart, { form: 'intervals' }> = {
  form: 'intervals',
  title: 'After',
  subtitle: 'beside matched windows',
  groups: [
    {
      label: 'VIX',
      unit: 'points',
      rows: [
        { label: '+1 session', mean: -0.88, low: -2, high: -0.2 },
        { label: '+5 sessions', mean: 0.1 },
      ],
    },
  ],
};

export const COLUMNS: Extract<BookChart, { form: 'columns' }> = {
  form: 'columns',
  title: 'Hedge exposure by expiration',
  subtitle: 'as of 2014-09-24',
  unit: '$ per point of VIX',
  columns: [
    { label: 'short', below: '2014-10-22', value: 304, says: '$304' },
    { label: 'far', below: '2015-09-16', value: -12, says: '−$12', tone: 'quiet' },
    { label: 'counted', below: 'in H', value: 304, says: '$304', tone: 'total' },
  ],
  levels: [
    { value: 330, label: 'target' },
    { value: 331, label: 'condors' },
  ],
  watermark: 'RECORDED',
};

export const LINES: Extract<BookChart, { form: 'lines' }> = {
  form: 'lines',
  title: 'As the VIX jumps',
  subtitle: 'at once',
  unit: '$',
  axis: 'VIX shock',
  ticks: [
    { x: 0, label: '0' },
    { x: 10, label: '+10' },
  ],
  series: [
    {
      label: 'hedge',
      points: [
        { x: 0, y: 0 },
        { x: 10, y: 7_524 },
      ],
      hasDots: true,
    },
    {
      label: 'p',
      points: [
        { x: 0, y: 1 },
        { x: 10, y: 2 },
      ],
      isStepped: true,
    },
    { label: 'one', points: [{ x: 5, y: 5 }] },
  ],
  levels: [],
};
