import { describe, expect, it } from 'vitest';
import type { ContextName, ContextReading } from '#domain/market/market-context.ts';
import { stressSmallCaps } from '#engine/stress/stress-small-caps.ts';
import { UNKNOWN, known } from '#test/support/book/worked-book.ts';

const reading = (name: ContextName, value: number): ContextReading => ({ name, reading: known(value) });

describe('stressSmallCaps', () => {
  it('begins from the yield and the spread, and adds the shock to debt and to beta', () => {
    const stress = stressSmallCaps([
      reading('nominalTen', 4),
      reading('highYield', 3),
      reading('dollar', 120),
    ]);
    // By hand: equity 4 % + 1.2 × 5 % = 10 %, then 11 %. Debt 7 % × 0.79, then 8 % × 0.79; weights 65 and 35.
    expect(stress?.equity).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.11, 12)]);
    expect(stress?.capital).toEqual([expect.closeTo(0.084355, 12), expect.closeTo(0.09362, 12)]);
    // 7 % over 8 %, less 1.
    expect(stress?.multiple).toBeCloseTo(-0.125, 12);
  });

  it('says nothing without one of the two', () => {
    expect(stressSmallCaps([reading('nominalTen', 4)])).toBeUndefined();
    expect(
      stressSmallCaps([reading('nominalTen', 4), { name: 'highYield', reading: UNKNOWN }]),
    ).toBeUndefined();
  });

  it('has no multiple where growth is not below what equity must earn', () => {
    const stress = stressSmallCaps([reading('nominalTen', -4), reading('highYield', 3)]);
    expect(stress).toBeDefined();
    expect(stress).not.toHaveProperty('multiple');
  });
});
