import { describe, expect, it } from 'vitest';
import { type IndexLevels, showFigures } from '#adapters/price-index/show-figures.ts';

type Rows = Readonly<Record<string, string>>;

/** Levels by month; what is no number is the source's word for a missing one. */
function index(series: string, rows: Rows): IndexLevels {
  const months = Object.entries(rows).map(
    ([month, text]) => [month, /^\d/.test(text) ? { level: text } : { missing: text }] as const,
  );
  return { series, months: new Map(months) };
}

const TWO_YEARS: Rows = {
  '2024-09': '100.000',
  '2024-10': '100.000',
  '2024-11': '100.000',
  '2025-08': '101.000',
  '2025-09': '102.010',
};

function shown(changes: Partial<Record<'headline' | 'core' | 'headlineYearly', Rows>>) {
  return showFigures({
    headline: index('H', { ...TWO_YEARS, ...changes.headline }),
    core: index('C', { ...TWO_YEARS, ...changes.core }),
    headlineYearly: index('Y', { ...TWO_YEARS, ...changes.headlineYearly }),
  });
}

const NOVEMBER = { '2025-11': '103.030' };
const OCTOBER_LAPSED = { '2025-10': 'Data unavailable due to the 2025 lapse in appropriations' };

describe('showFigures', () => {
  it('gives the changes of the newest month, and the one before as the levels have it now', () => {
    expect(shown({})).toEqual({
      referenceMonth: '2025-09',
      figures: { headline: { actual: 20 }, core: { actual: 20 }, headlineYearly: { actual: 40 } },
      unrounded: { headline: 1, core: 1, headlineYearly: 2.01 },
      values: 'H=102.010;C=102.010;Y=102.010',
    });
    const restated = shown({ headline: { '2025-07': '100.500' } });
    expect(restated?.figures.headline).toEqual({ actual: 20, revisedPrevious: 10 });
  });

  it('gives no change on the month across a month that was not published, and says so', () => {
    const rows = { ...OCTOBER_LAPSED, ...NOVEMBER };
    expect(shown({ headline: rows, core: rows, headlineYearly: rows })).toMatchObject({
      referenceMonth: '2025-11',
      figures: { headline: {}, core: {}, headlineYearly: { actual: 60 } },
      note: '2025-10: Data unavailable due to the 2025 lapse in appropriations',
    });
  });

  it('gives none where the month before has no line at all', () => {
    const figures = shown({ headline: NOVEMBER, core: NOVEMBER, headlineYearly: NOVEMBER })?.figures;
    expect(figures).toEqual({ headline: {}, core: {}, headlineYearly: { actual: 60 } });
  });

  it('stays at the month before while one index has no line for the new one', () => {
    const partly = shown({ headline: { '2025-10': '103.000' }, core: { '2025-10': '103.000' } });
    expect(partly?.referenceMonth).toBe('2025-09');
  });

  it('takes a month in which nothing was published for no month', () => {
    const rows = { '2025-10': '-' };
    expect(shown({ headline: rows, core: rows, headlineYearly: rows })?.referenceMonth).toBe('2025-09');
  });

  it('does not take the levels of the month before under a new date for a new month', () => {
    const rows = { '2025-10': '102.010' };
    expect(shown({ headline: rows, core: rows, headlineYearly: rows })?.referenceMonth).toBe('2025-09');
    const moved = { '2025-10': '102.011' };
    expect(shown({ headline: rows, core: moved, headlineYearly: rows })).toMatchObject({
      referenceMonth: '2025-10',
      figures: { headline: { actual: 0 } },
    });
  });

  it('finds the newest month in whatever order the source lists them', () => {
    const newestFirst = index('H', Object.fromEntries(Object.entries(TWO_YEARS).toReversed()));
    const all = { headline: newestFirst, core: newestFirst, headlineYearly: newestFirst };
    expect(showFigures(all)?.referenceMonth).toBe('2025-09');
  });

  it('shows nothing where there is nothing', () => {
    const none = index('H', {});
    expect(showFigures({ headline: none, core: none, headlineYearly: none })).toBeUndefined();
  });
});
