import { describe, expect, it } from 'vitest';
import type { Lot } from '#domain/book/lot.ts';
import { realisedProfits } from '#engine/book/realised-profits.ts';
import { aCall, aCondor, addedEvent } from '#test/support/book/lots.ts';

const closed = (before: Lot, price?: number) =>
  addedEvent(before, {
    kind: 'closed',
    before,
    end: { how: 'closed', on: '2026-12-01', ...(price !== undefined && { price }) },
  });

describe('realisedProfits', () => {
  it('is the credit less what was paid for condors, and what was received less the cost for calls', () => {
    expect(realisedProfits([closed(aCondor(), 4.5), closed(aCall(), 2.6)])).toEqual([
      { lotId: 'C1', quantity: 10, dollars: 8_000 },
      { lotId: 'H1', quantity: 4, dollars: expect.closeTo(300, 9) },
    ]);
  });

  it('counts a point of a future as 1,000 dollars, and a share by itself', () => {
    const facts = { kind: 'hedge', id: 'H2', quantity: 2, openedOn: '2026-12-01', cost: 18 } as const;
    const future = { ...facts, instrument: 'VX', expiry: '2027-01-20' } as const;
    const profits = realisedProfits([closed(future, 17.5), closed({ ...facts, instrument: 'VXX' }, 20)]);
    expect(profits.map(({ dollars }) => dollars)).toEqual([-1_000, 4]);
  });

  it('loses all that a call has cost when it is closed at 0', () => {
    expect(realisedProfits([closed(aCall(), 0)])[0]?.dollars).toBeCloseTo(-740, 9);
  });

  it('is unknown where nobody said a price, and nothing for a mistake', () => {
    const { cost: _cost, ...unpriced } = aCall();
    expect(realisedProfits([closed(aCall()), closed(unpriced, 2)])).toEqual([
      { lotId: 'H1', quantity: 4 },
      { lotId: 'H1', quantity: 4 },
    ]);
    const mistake = addedEvent(aCall(), { kind: 'removed', before: aCall(), end: { how: 'removed' } });
    expect(realisedProfits([mistake])).toEqual([]);
  });
});
