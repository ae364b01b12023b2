import { describe, expect, it } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { nearestStatement } from '#calendar/nearest-statement.ts';
import type { FomcStatement } from '#domain/market/session.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);

/** @see https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm */
const STATEMENTS: readonly FomcStatement[] = [
  { day: '2014-07-30', scheduled: true },
  { day: '2014-09-17', scheduled: true },
  { day: '2014-10-29', scheduled: true },
  { day: '2020-01-29', scheduled: true },
  { day: '2020-03-03', scheduled: false },
  { day: '2020-03-15', scheduled: false },
  { day: '2020-04-29', scheduled: true },
];

describe('nearestStatement', () => {
  it.each([
    ['2014-09-16', '2014-09-17', 1],
    ['2014-09-17', '2014-09-17', 0],
    ['2014-09-18', '2014-09-17', -1],
    // Over a weekend.
    ['2014-09-22', '2014-09-17', -3],
    ['2014-10-13', '2014-10-29', 12],
  ])('from %s is the one of %s, %d sessions away', (session, statement, sessionsAway) => {
    expect(nearestStatement(session, STATEMENTS, calendar)).toEqual({ statement, sessionsAway });
  });

  it('is the coming one when the last is as near', () => {
    expect(nearestStatement('2014-10-08', STATEMENTS, calendar)).toEqual({
      statement: '2014-10-29',
      sessionsAway: 15,
    });
    expect(nearestStatement('2014-10-08', STATEMENTS.toReversed(), calendar)?.sessionsAway).toBe(15);
  });

  it('never is one that nobody had announced', () => {
    expect(nearestStatement('2020-03-12', STATEMENTS, calendar)?.statement).toBe('2020-01-29');
  });

  it('leaves out statements that the exchange calendar does not reach', () => {
    expect(
      nearestStatement('2023-12-29', [{ day: '2024-01-31', scheduled: true }], calendar),
    ).toBeUndefined();
  });
});
