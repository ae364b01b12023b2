import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeHedge } from '#engine/plan/size-hedge.ts';

describe('sizeHedge', () => {
  it('takes 4/4/2 calls for ten condors in every way of rounding', () => {
    for (const size of sizeHedge(10, [4, 4, 2])) {
      expect(size).toMatchObject({ contracts: [4, 4, 2], total: 10, ratio: 0.6, error: 0 });
    }
  });

  it('shows what each way of rounding does to three condors', () => {
    // Exactly 1.2/1.2/0.6, which is 3 in all.
    expect(sizeHedge(3, [4, 4, 2])).toEqual([
      { rounding: 'largest-remainder', contracts: [1, 1, 1], total: 3, ratio: 0.6, error: 0 },
      { rounding: 'down', contracts: [1, 1, 0], total: 2, ratio: 0.4, error: -0.2 },
      { rounding: 'nearest', contracts: [1, 1, 1], total: 3, ratio: 0.6, error: 0 },
      { rounding: 'up', contracts: [2, 2, 1], total: 5, ratio: 1, error: 0.4 },
    ]);
  });

  it('never rounds down to more than exactly, nor up to less', () => {
    const layers = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), layers, (condors, perTen) => {
        const [, down, , up] = sizeHedge(condors, perTen);
        expect(down?.error).toBeLessThanOrEqual(0);
        expect(up?.error).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
