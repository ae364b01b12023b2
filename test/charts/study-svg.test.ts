import { describe, expect, it } from 'vitest';
import { studySvg } from '#charts/study-svg.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';

const BARS: StudyChart = {
  form: 'bars',
  title: 'From release to raise',
  subtitle: 'CPI & PPI',
  bars: [
    { label: 'releases', count: 352 },
    { label: 'and <RSI>', count: 6, indented: true },
    { label: 'raised', count: 0 },
  ],
};

const STEPS: StudyChart = {
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

const INTERVALS: StudyChart = {
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

const COLUMNS: BookChart = {
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

const LINES: BookChart = {
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

describe('studySvg', () => {
  it.each([BARS, STEPS, INTERVALS, COLUMNS, LINES])(
    'draws the same document again ($form), with no number that is none',
    (chart) => {
      const svg = studySvg(chart);
      expect(studySvg(structuredClone(chart))).toBe(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it('writes names as text, whatever characters they have', () => {
    const svg = studySvg(BARS);
    expect(svg).toContain('CPI &amp; PPI');
    expect(svg).toContain('and &lt;RSI&gt;');
    expect(svg).toContain('>352<');
  });

  it('gives the longest bar to the most and no bar to none', () => {
    const widths = [
      ...studySvg(BARS).matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="17"/g),
    ].map(([, width]) => Number(width));
    expect(widths[0]).toBe(Math.max(...widths));
    expect(widths.at(-1)).toBe(0);
  });

  it('keeps a label at the right edge inside the picture', () => {
    expect(studySvg(STEPS)).toMatch(/text-anchor="end">2024-08-29</);
  });

  it('draws a mean without interval hollow, and marks an interval that does not span zero', () => {
    const svg = studySvg(INTERVALS);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain('#ffc247');
    expect(svg).toContain('−0.88');
  });

  it('draws empty groups and levels without failing', () => {
    expect(studySvg({ ...INTERVALS, groups: [] })).toContain('</svg>');
    expect(studySvg({ ...BARS, bars: [] })).toContain('</svg>');
  });

  it('draws a bar for each expiration as long as its dollars, and downwards where they are negative', () => {
    const heights = [...studySvg(COLUMNS).matchAll(/<rect [^>]*height="([\d.]+)" fill="(#\w+)"\/>/g)]
      .map(([, height, fill]) => ({ height: Number(height), fill }))
      .filter(({ fill }) => fill !== '#1b1e25' && fill !== '#15171c');
    const [short, far, counted] = heights;
    expect(short?.height).toBe(counted?.height);
    expect((far?.height ?? 0) / (short?.height ?? 1)).toBeCloseTo(12 / 304, 1);
  });

  it('names levels that lie together one below the other', () => {
    const ys = ['target', 'condors'].map((label) => {
      const [, y] = new RegExp(`y="([\\d.]+)"[^>]*>${label}<`).exec(studySvg(COLUMNS)) ?? [];
      return Number(y);
    });
    expect(Math.abs((ys[0] ?? 0) - (ys[1] ?? 0))).toBeGreaterThanOrEqual(15);
  });

  it('draws a flat line, a single point and nothing at all without a number that is none', () => {
    const flat = {
      label: 'flat',
      points: [
        { x: 0, y: 3 },
        { x: 1, y: 3 },
      ],
    };
    for (const series of [[flat], [{ label: 'one', points: [{ x: 0, y: 0 }] }], []]) {
      expect(studySvg({ ...LINES, series, ticks: [] })).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
