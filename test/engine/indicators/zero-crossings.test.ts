import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zeroCrossings } from '#engine/indicators/zero-crossings.ts';

describe('zeroCrossings', () => {
  it('counts a cross at the first value on the other side, never at zero itself', () => {
    // Reference: vector demo-cross of the project's worked examples.
    expect(zeroCrossings([0.2, 0, -0.1, -0.3, 0.05])).toEqual([
      { index: 2, kind: 'bearish' },
      { index: 4, kind: 'bullish' },
    ]);
  });

  it('counts no cross where a series touches zero and turns back', () => {
    expect(zeroCrossings([0.2, 0, 0.1])).toEqual([]);
  });

  it('counts no cross over a gap', () => {
    expect(zeroCrossings([0.2, undefined, -0.1])).toEqual([]);
  });

  it('alternates between bearish and bullish on any series without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (values) => {
        zeroCrossings(values).forEach(({ kind }, place, all) => {
          expect(all[place + 1]?.kind).not.toBe(kind);
        });
      }),
    );
  });
});
