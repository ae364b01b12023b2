import { describe, expect, it } from 'vitest';
import type { OptionQuote } from '#domain/book/mark.ts';
import { quoteBoard } from '#engine/valuation/quote-board.ts';
import { readParity } from '#engine/valuation/read-parity.ts';
import { PLACE, WORKED_AS_OF, WORKED_MARKS, workedSources } from '#test/support/book/worked-book.ts';

const DAY = 86_400_000;

describe('a chain by expiry', () => {
  const quote = (expiry: string, settlement: 'AM' | 'PM', strike: number, right: 'call' | 'put' = 'call') =>
    ({ root: 'SPX', expiry, settlement, strike, right, bid: 1, ask: 2 }) as const;
  const quotes: readonly OptionQuote[] = [
    quote('2026-02-20', 'PM', 6000),
    quote('2026-02-20', 'AM', 6000),
    quote('2026-01-16', 'PM', 6100),
    quote('2026-01-16', 'PM', 6000),
    quote('2026-01-16', 'PM', 6000, 'put'),
  ];
  const board = quoteBoard({ chains: { spx: { ...PLACE, root: 'SPX', quotes } } });

  it('is listed nearest first, and of one day the morning’s before the evening’s', () => {
    expect(board.listed('SPX').map(({ expiry, settlement }) => `${expiry} ${settlement}`)).toEqual([
      '2026-01-16 PM',
      '2026-02-20 AM',
      '2026-02-20 PM',
    ]);
    expect(board.listed('VIX')).toEqual([]);
  });

  it('finds a quote by right and strike, and every strike once, ascending', () => {
    const near = board.find('SPX', '2026-01-16', 'PM');
    expect(near?.strikes).toEqual([6000, 6100]);
    expect(near?.quote('put', 6000)).toBe(quotes[4]);
    expect(near?.quote('put', 6100)).toBeUndefined();
    expect(near).toMatchObject({ source: 'worked example', quality: 'recorded', asOf: WORKED_AS_OF });
    expect(board.find('SPX', '2026-01-16', 'AM')).toBeUndefined();
    expect(board.find('VIX', '2026-01-16', 'PM')).toBeUndefined();
  });
});

describe('readParity', () => {
  const vix = (right: 'call' | 'put', strike: number, bid: number, ask: number): OptionQuote => ({
    root: 'VIX',
    expiry: '2026-02-04',
    settlement: 'AM',
    right,
    strike,
    bid,
    ask,
  });
  const chain = [
    vix('call', 18, 1.95, 2.05),
    vix('put', 18, 0.95, 1.05),
    vix('call', 30, 1, 2),
    vix('put', 30, 12, 13),
  ];
  const read = (futures = WORKED_MARKS.futures, quotes: readonly OptionQuote[] = chain) =>
    readParity(workedSources({ futures, chains: { vix: { ...PLACE, root: 'VIX', quotes } } }));

  it('holds the strike nearest to the future against it', () => {
    // A call at 2.00 and a put at 1.00 of 18 make a forward of 18 + e^(0.04 × 30 ⁄ 365), half a point above 18.50.
    expect(read()).toMatchObject([
      { root: 'VIX', expiry: '2026-02-04', strike: 18, asOf: WORKED_AS_OF, source: 'worked example' },
    ]);
    expect(read()[0]?.gap).toBeCloseTo(Math.exp((0.04 * 30) / 365) - 0.5, 10);
  });

  it('says nothing without a future of the same expiry, nor of options that have settled', () => {
    expect(read([])).toEqual([]);
    const settled = readParity(workedSources({ asOf: WORKED_AS_OF + 300 * DAY }));
    expect(settled).toEqual([]);
  });

  it('looks at the nearest three expirations', () => {
    const quotes = ['2026-05-20', '2026-02-04', '2026-03-18', '2026-04-15'].flatMap((expiry) =>
      chain.map((quote) => ({ ...quote, expiry })),
    );
    const futures = quotes.map(({ expiry }) => ({ ...PLACE, expiry, price: 18.5 }));
    expect(read(futures, quotes).map(({ expiry }) => expiry)).toEqual([
      '2026-02-04',
      '2026-03-18',
      '2026-04-15',
    ]);
  });
});
