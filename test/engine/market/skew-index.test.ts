import { describe, expect, it } from 'vitest';
import { shiftDay } from '#calendar/calendar-day.ts';
import { skewIndex } from '#engine/market/skew-index.ts';

/** 120, 120.5, … for so many days before, and one last level. */
function levels(before: number, last: number) {
  const closes = Array.from({ length: before }, (_, place) => ({
    session: shiftDay('2020-01-01', place),
    close: 120 + place / 2,
  }));
  const session = shiftDay('2020-01-01', before);
  return {
    session,
    daily: { closes: [...closes, { session, close: last }], source: 'x', quality: 'recorded' } as const,
  };
}

describe('skewIndex', () => {
  it('ranks a level among the 252 sessions before, its own left out', () => {
    const { session, daily } = levels(252, 120 + 63 / 2);
    expect(skewIndex(daily, session)).toEqual({ value: 151.5, percentile: 63 / 252 });
    const older = levels(300, 120 + 63 / 2);
    expect(skewIndex(older.daily, older.session)).toEqual({ value: 151.5, percentile: 15 / 252 });
  });

  it('has no rank among fewer, and nothing on a session without it', () => {
    const { session, daily } = levels(251, 130);
    expect(skewIndex(daily, session)).toEqual({ value: 130 });
    expect(skewIndex(daily, shiftDay(session, 1))).toBeUndefined();
  });
});
