import { describe, expect, it } from 'vitest';
import { termChart } from '#engine/chart/term-chart.ts';
import { termCurve } from '#engine/market/term-curve.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import { aSnapshot } from '#test/support/engine/snapshot.ts';
import { PLACE, WORKED_AS_OF, workedSources } from '#test/support/book/worked-book.ts';

/** A day on which nothing of the snapshot closed: only futures are known. */
const SNAPSHOT = aSnapshot({ kind: 'question', session: '2026-01-05' });

const future = (expiry: string, price: number) => ({ ...PLACE, expiry, price });
const MONTHLY = [future('2026-01-21', 18), future('2026-02-18', 19)];

const marked = (by: string): ManualMark => ({
  of: { kind: 'future', expiry: '2026-03-18' },
  unit: 'price',
  value: 20,
  by,
  at: WORKED_AS_OF,
});

describe('termCurve', () => {
  it('measures contango whole and per 30 days, and a future of 30 days between the two nearest', () => {
    // 16 and 44 days ahead: 19/18 − 1, × 30/28, and 18 + 14/28.
    const { futures, contango, constant30 } = termCurve(SNAPSHOT, workedSources({ futures: MONTHLY }));
    expect(futures.map(({ label, days }) => [label, days])).toEqual([
      ['VX1', 16],
      ['VX2', 44],
    ]);
    expect(contango?.whole).toBeCloseTo(1 / 18, 12);
    expect(contango?.per30Days).toBeCloseTo((1 / 18) * (30 / 28), 12);
    expect(constant30).toBeCloseTo(18.5, 12);
  });

  it('leaves weeklies out, which would bend the curve', () => {
    const sources = workedSources({ futures: [...MONTHLY, future('2026-02-04', 30)] });
    expect(termCurve(SNAPSHOT, sources).futures).toHaveLength(2);
  });

  it('takes what people mark', () => {
    const { futures } = termCurve(SNAPSHOT, workedSources({ futures: MONTHLY, manual: [marked('7')] }));
    expect(futures.map(({ quality }) => quality)).toEqual(['recorded', 'recorded', 'manual']);
  });

  it('says nothing of what it does not know', () => {
    const curve = termCurve(SNAPSHOT, workedSources({ futures: [] }));
    expect(curve).toEqual({ futures: [], indices: curve.indices });
    expect(termChart(curve).form).toBe('lines');
  });
});
