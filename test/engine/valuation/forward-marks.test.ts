import { describe, expect, it } from 'vitest';
import type { FutureQuote, Marks, OptionQuote } from '#domain/book/mark.ts';
import { PLACE, WORKED_AS_OF, workedSources } from '#test/support/book/worked-book.ts';

const EXPIRY = '2026-02-04';
const settled = (asOf: number): FutureQuote => ({
  ...PLACE,
  asOf,
  expiry: EXPIRY,
  price: 18.5,
  isSettlement: true,
});

/** Options that make a future of 20. */
const QUOTES = (['call', 'put'] as const).map((right): OptionQuote => ({
  root: 'VIX',
  expiry: EXPIRY,
  settlement: 'AM',
  strike: 20,
  right,
  bid: 1.95,
  ask: 2.05,
}));

const futureOf = (marks: Partial<Marks>) => workedSources(marks).forwards.future(EXPIRY);
const chainAt = (asOf: number): Pick<Marks, 'chains'> => ({
  chains: { vix: { ...PLACE, asOf, root: 'VIX', quotes: QUOTES } },
});

describe('a VIX future', () => {
  it('is parity of this morning’s options rather than last night’s settlement', () => {
    const night = WORKED_AS_OF - 16 * 3_600_000;
    const future = futureOf({ futures: [settled(night)], ...chainAt(WORKED_AS_OF - 900_000) });
    expect(future).toMatchObject({ basis: 'parity', asOf: WORKED_AS_OF - 900_000 });
    expect(future?.value).toBeCloseTo(20, 9);
  });

  it('is its settlement where that is as fresh, or where nobody quotes options', () => {
    const settlement = { basis: 'settlement', value: 18.5 };
    expect(futureOf({ futures: [settled(WORKED_AS_OF)], ...chainAt(WORKED_AS_OF) })).toMatchObject(
      settlement,
    );
    expect(futureOf({ futures: [settled(0)], chains: {} })).toMatchObject({ ...settlement, asOf: 0 });
  });

  it('comes from the model only where nobody says anything else, between the settlements', () => {
    const model = { ...PLACE, source: 'Cboe, recorded', vix: 17 };
    const futures = [{ ...settled(WORKED_AS_OF), expiry: '2026-04-25', price: 20.3 }];
    // On the line from the VIX at 0 days to 20.30 at 110: 17 + 3.3 × 30/110.
    expect(futureOf({ futures, chains: {}, model })).toMatchObject({
      basis: 'model',
      source: 'Cboe, recorded',
      value: expect.closeTo(17.9, 9),
    });
    expect(futureOf({ futures, chains: {} })).toBeUndefined();
    expect(futureOf({ futures: [settled(0)], chains: {}, model })).toMatchObject({ basis: 'settlement' });
  });
});
