import { describe, expect, it } from 'vitest';
import { shiftMargin } from '#engine/condor/shift-margin.ts';
import { WORKED_CONDOR } from '#test/support/book/worked-book.ts';

// Four condors 5600/5700/6250/6350.
const from = { ...WORKED_CONDOR, quantity: 4 };
const wider = { ...from, strikes: { ...from.strikes, shortCall: 6_200 } };

describe('shiftMargin', () => {
  it('asks for the wider wing while all four legs expire together', () => {
    const place = { from, side: 'call', legs: 'four', spot: 6_000, premium: 30 } as const;
    expect(shiftMargin({ ...place, to: from })).toEqual({ before: 40_000, after: 40_000 });
    expect(shiftMargin({ ...place, to: wider })).toEqual({ before: 40_000, after: 60_000 });
  });

  it('asks for a naked short option once its long leg expires before it, and for the other wing', () => {
    // Call: 15 % of 6,000 less 250 out of the money is 650; premium 30 and the put wing 100 on top.
    const call = { from, to: from, side: 'call', legs: 'short', spot: 6_000, premium: 30 } as const;
    expect(shiftMargin(call)).toEqual({ before: 40_000, after: (650 + 30 + 100) * 400 });
    // Put: 900 less 300 out of the money is 600; the least is 10 % of the strike, 570.
    const put = { ...call, side: 'put', premium: 20 } as const;
    expect(shiftMargin(put).after).toBe((600 + 20 + 100) * 400);
    // Far out of the money the least binds: 10 % of the strike for a put, of the index for a call.
    expect(shiftMargin({ ...put, spot: 7_000 }).after).toBeCloseTo((570 + 20 + 100) * 400, 6);
    expect(shiftMargin({ ...call, spot: 5_000 }).after).toBeCloseTo((500 + 30 + 100) * 400, 6);
  });
});
