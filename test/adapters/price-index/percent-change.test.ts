import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { percentChange } from '#adapters/price-index/percent-change.ts';
import { shiftMonth } from '#calendar/calendar-day.ts';
import { RECORDED_YEARS_FOLDER } from '#test/support/engine/history.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

describe('percentChange', () => {
  // Recorded levels of September and August 2021; the first prints were 0.4 % and 0.3 %.
  it.each([
    ['274.138', '273.012', 8, 0.4124],
    ['273.012', '272.265', 6, 0.2744],
  ])('gives what was printed for %s after %s', (level, base, published, unrounded) => {
    expect(percentChange(level, base)).toEqual({ published, unrounded });
  });

  it('rounds a half away from zero, on both sides, and exactly', () => {
    expect(percentChange('100.25', '100').published).toBe(6);
    expect(percentChange('100.249', '100').published).toBe(4);
    expect(percentChange('99.75', '100').published).toBe(-6);
    expect(percentChange('99.751', '100').published).toBe(-4);
  });

  it('reads levels with different numbers of decimals', () => {
    expect(percentChange('101', '100.000')).toEqual({ published: 20, unrounded: 1 });
  });

  it('is no change at all when the level stands still', () => {
    expect(percentChange('313.044', '313.044')).toEqual({ published: 0, unrounded: 0 });
  });

  it('stays within a twentieth of the change in real numbers, for any two levels', () => {
    const level = fc.integer({ min: 50_000, max: 400_000 }).map((units) => (units / 1_000).toFixed(3));
    fc.assert(
      fc.property(level, level, (now, before) => {
        const real = (Number(now) / Number(before) - 1) * 100;
        const { published, unrounded } = percentChange(now, before);
        expect(Math.abs(published / 20 - real)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(Math.abs(unrounded - real)).toBeLessThanOrEqual(0.00005 + 1e-9);
      }),
    );
  });
});

const Levels = z.array(
  z.object({
    reference_month: z.string(),
    cpi_nsa_cuur0000sa0: z.string(),
  }),
);
const Prints = z.array(
  z.object({ release: z.string(), reference_month: z.string(), headline_yoy_actual: z.string() }),
);

function table<Row>(file: string, rows: z.ZodType<Row>): Row {
  return rows.parse(parse(readFileSync(file), { columns: true }));
}

const WHOLE = `${SHARED_DIR}/data`;
const HISTORIES = [
  ['2013-05', RECORDED_YEARS_FOLDER, 84],
  ['2009-01', WHOLE, 187],
] as const;
const hasWhole = hasSharedData('changes on the year against what was printed since 2009');

describe.each(HISTORIES.filter(([, folder]) => hasWhole || folder !== WHOLE))(
  'percentChange in the history since %s',
  (since, folder, months) => {
    // Levels that are not seasonally adjusted are never revised, so each first print follows from them to the tenth.
    it('gives the change on the year that was printed, for every month but one', () => {
      const levels = new Map(
        table(`${folder}/official/cpi_ppi_index_levels.csv`, Levels).map((row) => [
          row.reference_month,
          row.cpi_nsa_cuur0000sa0,
        ]),
      );
      const printed = table(`${folder}/releases/cpi_ppi_releases.csv`, Prints).filter(
        ({ release, reference_month, headline_yoy_actual }) =>
          release === 'CPI' && reference_month >= since && headline_yoy_actual !== '',
      );
      const wrong = printed.filter(({ reference_month: month, headline_yoy_actual }) => {
        const change = percentChange(levels.get(month) ?? '', levels.get(shiftMonth(month, -12)) ?? '');
        return change.published !== Math.round(Number(headline_yoy_actual) * 20);
      });
      expect(printed.length).toBe(months);
      // The calendar that was recorded shows -0.1 % for February 2015, where the levels fell by 0.025 %.
      expect(wrong.map(({ reference_month }) => reference_month)).toEqual(['2015-02']);
    });
  },
);
