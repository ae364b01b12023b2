import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant, newYorkTime } from '#calendar/new-york.ts';
import { rebalanceWindow } from '#calendar/rebalance-window.ts';

const calendar = exchangeCalendar(exchangeFacts);

function at(day: string, time: string): readonly string[] {
  const { session, from, until, after } = rebalanceWindow(newYorkInstant(day, time), calendar);
  return [session, newYorkTime(from), newYorkTime(until), after];
}

describe('rebalanceWindow', () => {
  it.each([
    ['2024-07-11', '08:31', ['2024-07-11', '09:45', '15:50', 'opening']],
    ['2024-07-11', '15:49', ['2024-07-11', '09:45', '15:50', 'opening']],
    ['2024-07-11', '15:50', ['2024-07-12', '09:45', '15:50', 'opening']],
    ['2024-07-12', '16:15', ['2024-07-15', '09:45', '15:50', 'opening']],
  ])('on %s at %s is %j', (day, time, window) => {
    expect(at(day, time)).toEqual(window);
  });

  it('begins at noon on mornings on which VIX options settle, Tuesdays included', () => {
    expect(at('2024-07-17', '09:00')).toEqual(['2024-07-17', '12:00', '15:50', 'vix-settlement']);
    expect(at('2026-05-19', '09:00')).toEqual(['2026-05-19', '12:00', '15:50', 'vix-settlement']);
  });

  it('ends ten minutes before an early close', () => {
    expect(at('2024-07-03', '09:00')[2]).toBe('12:50');
  });
});
