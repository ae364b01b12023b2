import { describe, expect, it } from 'vitest';
import type { Hedge } from '#domain/book/lot.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { known, UNKNOWN, WORKED_AS_OF, workedSources } from '#test/support/book/worked-book.ts';

const LOT = { kind: 'hedge', layer: 'short', openedOn: '2026-01-05', quantity: 3 } as const;
const VXX: Hedge = { ...LOT, id: 'S1', instrument: 'VXX' };

describe('marks that somebody set by hand', () => {
  const mark = (otherwise: Partial<ManualMark>): ManualMark => ({
    of: { kind: 'future', expiry: '2026-02-04' },
    unit: 'price',
    value: 19,
    by: '7',
    at: WORKED_AS_OF - 10,
    ...otherwise,
  });
  const future = (...manual: readonly ManualMark[]) =>
    workedSources({ futures: [], chains: {}, manual }).forwards.future('2026-02-04');

  it('are used where no source has a price, with who set them and when', () => {
    expect(future(mark({}))).toEqual({
      value: 19,
      basis: 'manual',
      source: '7',
      quality: 'manual',
      asOf: WORKED_AS_OF - 10,
    });
  });

  it('count by the latest, and of two at once by the one set after', () => {
    expect(future(mark({}), mark({ value: 20, at: WORKED_AS_OF - 5 }))?.value).toBe(20);
    expect(future(mark({ value: 20, at: WORKED_AS_OF - 5 }), mark({}))?.value).toBe(20);
    expect(future(mark({ value: 20 }), mark({ value: 21 }))?.value).toBe(21);
  });

  it.each([
    { of: { kind: 'future', expiry: '2026-04-25' } },
    { of: { kind: 'index', index: 'VIX' } },
    { unit: 'volatility' },
    { value: Number.NaN },
    { value: -1 },
    { value: 0 },
  ] as const)('are of no use for anything else: %o', (otherwise) => {
    expect(future(mark(otherwise))).toBeUndefined();
  });

  it('set the index, the rate and the shares for themselves', () => {
    const manual = [
      mark({ of: { kind: 'index', index: 'SPX' }, value: 5_900 }),
      mark({ of: { kind: 'index', index: 'VIX' }, value: 21 }),
      mark({ of: { kind: 'rate' }, unit: 'rate', value: 0.03 }),
      mark({ of: { kind: 'share', symbol: 'UVXY' }, value: 31 }),
      mark({ of: { kind: 'share', symbol: 'VXX' }, value: 51 }),
    ];
    const sources = workedSources({ spx: UNKNOWN, rate: UNKNOWN, manual });
    expect([sources.forwards.spot?.value, sources.forwards.rate?.value]).toEqual([5_900, 0.03]);
    const { legs } = priceBook({ condors: [], hedges: [VXX] }, sources);
    expect(legs[0]).toMatchObject({ price: { value: 51, basis: 'manual' } });
  });

  it('do not count as a rate where a percentage was meant', () => {
    expect(workedSources({ rate: known(4) }).forwards.rate).toBeUndefined();
    expect(workedSources({ rate: known(0.999) }).forwards.rate?.value).toBe(0.999);
    expect(workedSources({ dividendYield: known(1) }).forwards.dividendYield).toBeUndefined();
  });
});
