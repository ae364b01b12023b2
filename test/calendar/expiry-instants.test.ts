import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { lastTradingDay, productOf, settlesAt, stopsTradingAt } from '#calendar/expiry-instants.ts';
import { newYorkInstant } from '#calendar/new-york.ts';

const calendar = exchangeCalendar(exchangeFacts);

// Cboe's specifications of VIX, SPX and SPXW options and CFE rule 1202: formulas.md §1.3.
describe.each([
  ['VIX options', '2023-07-19', '2023-07-18 16:15', '2023-07-19 09:30'],
  ['VIX options', '2008-02-19', '2008-02-15 16:15', '2008-02-19 09:30'],
  ['VIX options', '2026-05-19', '2026-05-18 16:15', '2026-05-19 09:30'],
  ['VIX options', '2024-12-26', '2024-12-24 13:15', '2024-12-26 09:30'],
  ['VIX futures', '2023-07-19', '2023-07-19 09:00', '2023-07-19 09:30'],
  ['SPX AM options', '2023-07-21', '2023-07-20 16:15', '2023-07-21 09:30'],
  ['SPX AM options', '2014-04-17', '2014-04-16 16:15', '2014-04-17 09:30'],
  ['SPX PM options', '2023-07-21', '2023-07-21 16:00', '2023-07-21 16:00'],
  ['SPX PM options', '2023-11-24', '2023-11-24 13:00', '2023-11-24 13:00'],
] as const)('%s that expire on %s', (product, expiry, last, settlement) => {
  const at = (text: string): number => newYorkInstant(text.slice(0, 10), text.slice(11));

  it(`can be traded until ${last}`, () => {
    expect(stopsTradingAt(product, expiry, calendar)).toBe(at(last));
    expect(lastTradingDay(product, expiry, calendar)).toBe(last.slice(0, 10));
  });

  it(`settle at ${settlement}`, () => {
    expect(settlesAt(product, expiry, calendar)).toBe(at(settlement));
  });
});

describe('settlesAt', () => {
  it('refuses a day without a session', () => {
    expect(() => settlesAt('VIX options', '2023-07-22', calendar)).toThrow('2023-07-22 is no session');
    expect(() => stopsTradingAt('SPX PM options', '2025-01-09', calendar)).toThrow(RangeError);
  });
});

describe('productOf', () => {
  it('tells SPX options apart by their settlement, and takes all VIX options as one kind', () => {
    expect(productOf({ root: 'VIX', settlement: 'AM' })).toBe('VIX options');
    expect(productOf({ root: 'SPX', settlement: 'AM' })).toBe('SPX AM options');
    expect(productOf({ root: 'SPX', settlement: 'PM' })).toBe('SPX PM options');
  });
});
