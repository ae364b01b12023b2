import { describe, expect, it } from 'vitest';
import { latestStatement, statementAt } from '#calendar/latest-statement.ts';

/** @see https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm */
const STATEMENTS = [
  { day: '2020-04-29', scheduled: true },
  { day: '2020-01-29', scheduled: true },
  { day: '2020-03-15', scheduled: false },
];

describe('latestStatement', () => {
  it('counts a statement from 14:00 in New York on its day', () => {
    // 14:00 is 19:00 UTC in January, and 18:00 in April.
    expect(statementAt('2020-01-29')).toBe(Date.UTC(2020, 0, 29, 19));
    expect(latestStatement(Date.UTC(2020, 0, 29, 19) - 1, STATEMENTS)).toBeUndefined();
    expect(latestStatement(Date.UTC(2020, 0, 29, 19), STATEMENTS)).toBe('2020-01-29');
    expect(latestStatement(Date.UTC(2020, 3, 29, 18), STATEMENTS)).toBe('2020-04-29');
  });

  it('counts one between meetings, a Sunday’s too', () => {
    expect(latestStatement(Date.UTC(2020, 2, 16, 20), STATEMENTS)).toBe('2020-03-15');
  });
});
