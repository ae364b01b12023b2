import { describe, expect, it } from 'vitest';
import type { OptionQuote } from '#domain/book/mark.ts';
import { quoteBoard } from '#engine/valuation/quote-board.ts';
import { PLACE, WORKED_AS_OF } from '#test/support/book/worked-book.ts';

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
