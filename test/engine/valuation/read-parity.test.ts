import { describe, expect, it } from 'vitest';
import type { Marks, OptionQuote } from '#domain/book/mark.ts';
import { readParity } from '#engine/valuation/read-parity.ts';
import { PLACE, UNKNOWN, WORKED_AS_OF, WORKED_MARKS, workedSources } from '#test/support/book/worked-book.ts';

const DAY = 86_400_000;
const EDGES = { 'parity.edgeSpx': 0.1, 'parity.edgeVix': 0.05 };

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
  readParity(workedSources({ chains: { vix: { ...PLACE, root: 'VIX', quotes } }, ...otherwise }), EDGES);

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

describe('financing by an SPX box', () => {
  const DISCOUNT = Math.exp((-0.04 * 45) / 365);
  const FORWARD = 6000 * Math.exp((0.027 * 45) / 365);
  /** Quotes of one strike around its worth at a rate, so many points wide. */
  const pair = (strike: number, call: number, put: number, width: number): readonly OptionQuote[] =>
    (['call', 'put'] as const).map((right) => {
      const middle = right === 'call' ? call : put;
      const option = { root: 'SPX', expiry: '2026-02-19', settlement: 'PM', strike, right } as const;
      return { ...option, bid: middle - width / 2, ask: middle + width / 2 };
    });
  /** Boxes 5,600 to 6,400 that are worth so much, and the money's own strike. */
  const boxed = (worth: number, width = 0.02): readonly OptionQuote[] => [
    ...pair(5600, 430, 430 - (FORWARD - 5600) * DISCOUNT, width),
    ...pair(6000, 100, 100 - (FORWARD - 6000) * DISCOUNT, width),
    ...pair(6400, 20, 20 + worth - (FORWARD - 5600) * DISCOUNT, width),
  ];
  const readSpx = (quotes: readonly OptionQuote[], otherwise: Partial<Marks> = {}) =>
    readParity(
      workedSources({ ...WORKED_MARKS, chains: { spx: { ...PLACE, root: 'SPX', quotes } }, ...otherwise }),
      EDGES,
    );

  it('pays the bill rate where the box costs what it is worth, less the sides and four fees', () => {
    expect(readSpx(boxed(800 * DISCOUNT))).toEqual([
      {
        root: 'SPX',
        expiry: '2026-02-19',
        strike: 5600,
        asOf: WORKED_AS_OF,
        source: 'worked example',
        gap: expect.closeTo(0, 9),
        box: { upper: 6400, rate: expect.closeTo(0.04, 9), spread: expect.closeTo(0, 5) },
        // Four half spreads of a cent and four dollars of fees.
        edge: expect.closeTo(-0.08, 9),
        side: expect.any(String),
        isOpportunity: false,
      },
    ]);
  });

  it('lends where the box is cheap, borrows where it is dear', () => {
    const cheap = 800 * Math.exp((-0.05 * 45) / 365);
    const [lent] = readSpx(boxed(cheap));
    expect(lent).toMatchObject({ side: 'lend', isOpportunity: true });
    expect(lent?.box?.spread).toBeCloseTo(100, 6);
    expect(lent?.edge).toBeCloseTo(800 * DISCOUNT - cheap - 0.08, 9);
    const [borrowed] = readSpx(boxed(800 * DISCOUNT + 0.2));
    expect(borrowed).toMatchObject({ side: 'borrow', isOpportunity: true });
    expect(borrowed?.edge).toBeCloseTo(0.12, 9);
    expect(readSpx(boxed(800 * DISCOUNT + 0.17))).toMatchObject([{ isOpportunity: false }]);
  });

  it.each([
    ['a rate', boxed(800 * DISCOUNT), { rate: UNKNOWN }],
    ['a strike below the money', boxed(800 * DISCOUNT).slice(2), {}],
    ['a strike above the money', boxed(800 * DISCOUNT).slice(0, 4), {}],
  ] as const)('says nothing without %s', (_, quotes, otherwise) => {
    expect(readSpx(quotes, otherwise)).toEqual([]);
  });
});
