import { describe, expect, it } from 'vitest';
import type { Marks, OptionQuote } from '#domain/book/mark.ts';
import { readParity } from '#engine/valuation/read-parity.ts';
import { PLACE, UNKNOWN, WORKED_AS_OF, WORKED_MARKS, workedSources } from '#test/support/book/worked-book.ts';

const DAY = 86_400_000;

function option(
  right: 'call' | 'put',
  strike: number,
  quoted: readonly [bid: number, ask: number],
): OptionQuote {
  return {
    root: 'VIX',
    expiry: '2026-02-04',
    settlement: 'AM',
    right,
    strike,
    bid: quoted[0],
    ask: quoted[1],
  };
}

/** Around 18 a call at 2.00 and a put at 1.00, and strikes far from the money whose quotes say something else. */
const CHAIN = [
  option('put', 30, [12, 13]),
  option('call', 30, [1, 2]),
  option('put', 10, [0.1, 0.2]),
  option('call', 10, [7, 8]),
  option('put', 18, [0.95, 1.05]),
  option('call', 18, [1.95, 2.05]),
];
const read = (quotes: readonly OptionQuote[] = CHAIN, otherwise: Partial<Marks> = {}) =>
  readParity(workedSources({ chains: { vix: { ...PLACE, root: 'VIX', quotes } }, ...otherwise }));

describe('put–call parity against a VIX future', () => {
  it('holds the strike nearest to the future against it, at the middle and at what can be traded', () => {
    // The synthetic forward is 18 + e^(0.04 × 30 ⁄ 365), the future 18.50. A conversion sells the call at 1.95, buys
    // the put at 1.05, pays half a point less discount and three cents: 0.3716.
    expect(read()).toEqual([
      {
        root: 'VIX',
        expiry: '2026-02-04',
        strike: 18,
        asOf: WORKED_AS_OF,
        source: 'worked example',
        gap: expect.closeTo(Math.exp((0.04 * 30) / 365) - 0.5, 10),
        edge: expect.closeTo(0.9 - 0.5 * Math.exp((-0.04 * 30) / 365) - 0.03, 10),
        side: 'conversion',
        isOpportunity: true,
      },
    ]);
  });

  it('names the reversal where the future stands above what the options make', () => {
    const futures = [{ ...PLACE, expiry: '2026-02-04', price: 20 }];
    // Two points less discount, less what the call costs and the put brings: 2.05 − 0.95, and three cents.
    expect(read(CHAIN, { futures })).toMatchObject([
      {
        edge: expect.closeTo(2 * Math.exp((-0.04 * 30) / 365) - 1.1 - 0.03, 10),
        side: 'reversal',
        isOpportunity: true,
      },
    ]);
  });

  it('finds none where what is left is too little, and says what is left', () => {
    const futures = [{ ...PLACE, expiry: '2026-02-04', price: 18.95 }];
    const [reading] = read(CHAIN, { futures });
    expect(reading).toMatchObject({ isOpportunity: false, side: 'conversion' });
    expect(reading?.edge).toBeLessThan(0.05);
  });

  it('gives the gap alone where one side has no price, or where quotes and future are not of one instant', () => {
    const futures = [{ ...PLACE, asOf: WORKED_AS_OF - 5_000, expiry: '2026-02-04', price: 18.5 }];
    const [apart] = read(CHAIN, { futures });
    expect(apart).toMatchObject({ strike: 18, isOpportunity: false });
    expect(apart).not.toHaveProperty('edge');
    expect(apart).not.toHaveProperty('side');
    expect(
      read(CHAIN, { futures: [{ ...PLACE, asOf: WORKED_AS_OF - 4_999, expiry: '2026-02-04', price: 18.5 }] }),
    ).toMatchObject([{ isOpportunity: true }]);
  });

  it.each([
    ['a future of that day', { futures: [] }],
    ['the rate', { rate: UNKNOWN }],
    ['any strike with both rights', { chains: { vix: { ...PLACE, root: 'VIX', quotes: CHAIN.slice(-1) } } }],
    ['days left', { asOf: WORKED_AS_OF + 30 * DAY }],
    [
      'a day of the calendar',
      {
        chains: {
          vix: { ...PLACE, root: 'VIX', quotes: CHAIN.map((quote) => ({ ...quote, expiry: '2027-01-20' })) },
        },
      },
    ],
    ['a chain', { chains: {} }],
  ] as const)('says nothing without %s', (_, otherwise) => {
    expect(read(CHAIN, otherwise)).toEqual([]);
  });

  it('looks at the nearest three expirations, nearest first', () => {
    const expiries = ['2026-05-20', '2026-02-04', '2026-03-18', '2026-04-15'];
    const quotes = expiries.flatMap((expiry) => CHAIN.map((quote) => ({ ...quote, expiry })));
    const futures = expiries.map((expiry) => ({ ...PLACE, expiry, price: 18.5 }));
    expect(read(quotes, { futures }).map(({ expiry }) => expiry)).toEqual([
      '2026-02-04',
      '2026-03-18',
      '2026-04-15',
    ]);
  });
});

describe('put–call parity of SPX', () => {
  const FORWARD = 6000 * Math.exp((0.027 * 45) / 365);
  const quotes = [
    { right: 'call', bid: 120, ask: 120.5 },
    { right: 'put', bid: 90, ask: 90.5 },
  ].map(({ right, bid, ask }): OptionQuote => ({
    root: 'SPX',
    expiry: '2026-02-19',
    settlement: 'PM',
    strike: 6000,
    right: right === 'call' ? 'call' : 'put',
    bid,
    ask,
  }));
  const readSpx = (otherwise: Partial<Marks> = {}) =>
    readParity(
      workedSources({ ...WORKED_MARKS, chains: { spx: { ...PLACE, root: 'SPX', quotes } }, ...otherwise }),
    );

  it('is held against what spot, rate and dividends make', () => {
    const discount = Math.exp((-0.04 * 45) / 365);
    expect(readSpx()).toEqual([
      {
        root: 'SPX',
        expiry: '2026-02-19',
        strike: 6000,
        asOf: WORKED_AS_OF,
        source: 'worked example',
        gap: expect.closeTo(6000 + 30 / discount - FORWARD, 8),
        edge: expect.closeTo(120 - 90.5 - (FORWARD - 6000) * discount - 0.03, 8),
        side: 'conversion',
        isOpportunity: true,
      },
    ]);
  });

  it.each([{ spx: UNKNOWN }, { rate: UNKNOWN }, { dividendYield: UNKNOWN }] as const)(
    'says nothing where one of them is not known: %o',
    (otherwise) => {
      expect(readSpx(otherwise)).toEqual([]);
    },
  );
});
