import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '#charts/spread-labels.ts';

const BOUNDS = { top: 100, bottom: 200 };

describe('spreadLabels', () => {
  it('leaves labels where they are wanted when they are far enough apart', () => {
    expect(spreadLabels([180, 110, 140], 18, BOUNDS)).toEqual([180, 110, 140]);
  });

  it('moves close ones apart evenly, around where they are wanted', () => {
    expect(spreadLabels([150, 150], 18, BOUNDS)).toEqual([141, 159]);
    expect(spreadLabels([150, 148, 152], 18, BOUNDS)).toEqual([150, 132, 168]);
  });

  it('keeps them within the bounds', () => {
    expect(spreadLabels([98, 99], 18, BOUNDS)).toEqual([100, 118]);
    expect(spreadLabels([220, 240], 18, BOUNDS)).toEqual([182, 200]);
  });

  it('keeps order, bounds and, where there is room, the gap', () => {
    const centres = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 9 });
    fc.assert(
      fc.property(centres, (wanted) => {
        const placed = spreadLabels(wanted, 18, BOUNDS);
        const gap = Math.min(18, 100 / Math.max(1, wanted.length - 1));
        const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((index) => placed[index] ?? NaN);
        for (const [rank, centre] of sorted.entries()) {
          expect(centre).toBeGreaterThanOrEqual(100 - 1e-9);
          expect(centre).toBeLessThanOrEqual(200 + 1e-9);
          expect(centre - (sorted[rank - 1] ?? -Infinity)).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
    );
  });
});
