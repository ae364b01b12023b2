import { describe, expect, it } from 'vitest';
import { studySvg } from '../../src/charts/study-svg.ts';
import type { StudyChart } from '../../src/domain/study-chart.ts';

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

describe('studySvg', () => {
  it.each([BARS, STEPS, INTERVALS])(
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
});
