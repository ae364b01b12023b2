import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { executableAt } from '#calendar/regular-hours.ts';

const calendar = exchangeCalendar(exchangeFacts);
const at = (day: string, time: string): number => newYorkInstant(day, time);
const shown = (text: string): number => at(text.slice(0, 10), text.slice(11));

describe('executableAt', () => {
  it.each([
    ['a CPI morning before the bell', '2023-07-12 08:30', '2023-07-12 09:30'],
    ['the end of regular hours', '2023-07-12 16:15', '2023-07-13 09:30'],
    ['Friday evening', '2023-07-14 20:00', '2023-07-17 09:30'],
    ['Saturday', '2023-07-15 12:00', '2023-07-17 09:30'],
    ['Good Friday', '2023-04-07 10:00', '2023-04-10 09:30'],
    ['the afternoon of an early close', '2023-11-24 13:15', '2023-11-27 09:30'],
    ['the day of mourning in 2025', '2025-01-09 10:00', '2025-01-10 09:30'],
  ])('on %s nothing can be filled until the next opening', (_, asked, opening) => {
    expect(executableAt(shown(asked), calendar)).toEqual({ now: false, opensAt: shown(opening) });
  });

  it.each([
    ['2023-07-12', '09:30', '16:15'],
    ['2023-07-12', '16:14', '16:15'],
    ['2023-11-24', '10:00', '13:15'],
  ])('on %s at %s an order can be filled until %s', (day, time, until) => {
    expect(executableAt(at(day, time), calendar)).toEqual({ now: true, until: at(day, until) });
  });

  it('follows the clocks of New York and not those of the host', () => {
    expect(executableAt(Date.parse('2023-03-10T14:30Z'), calendar).now).toBe(true);
    expect(executableAt(Date.parse('2023-03-13T13:30Z'), calendar).now).toBe(true);
    expect(executableAt(Date.parse('2023-03-10T13:30Z'), calendar).now).toBe(false);
  });
});
