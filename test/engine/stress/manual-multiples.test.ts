import { describe, expect, it } from 'vitest';
import type { ManualMark, PriceMultiple } from '#domain/book/mark.ts';
import { manualMultiples } from '#engine/stress/manual-multiples.ts';

const mark = (
  multiple: PriceMultiple['multiple'],
  caps: PriceMultiple['caps'],
  value: number,
): ManualMark => ({
  of: { kind: 'multiple', multiple, caps },
  unit: 'multiple',
  value,
  source: 'FTSE Russell',
  day: '2026-10-30',
  by: 'ann',
  at: 0,
});
const RATE: ManualMark = { of: { kind: 'rate' }, unit: 'rate', value: 0.04, by: 'ann', at: 0 };

describe('manualMultiples', () => {
  it('gives those that were entered, small companies first, with the days since', () => {
    const marks = [mark('P/CF', 'large', 15), RATE, mark('P/E', 'large', 21), mark('P/E', 'small', 24)];
    const multiples = manualMultiples(marks, '2026-12-01');
    expect(multiples.map(({ multiple, caps, value }) => [multiple, caps, value])).toEqual([
      ['P/E', 'small', 24],
      ['P/E', 'large', 21],
      ['P/CF', 'large', 15],
    ]);
    expect(multiples[0]).toMatchObject({ source: 'FTSE Russell', day: '2026-10-30', days: 32 });
  });
});
