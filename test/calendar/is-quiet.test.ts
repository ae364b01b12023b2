import { describe, expect, it } from 'vitest';
import { isQuiet } from '#calendar/is-quiet.ts';

/** 22:30 in New York, 2014-09-17. */
const LATE_EVENING = Date.UTC(2014, 8, 18, 2, 30);

describe('isQuiet', () => {
  it('is never quiet without hours', () => {
    expect(isQuiet(null, 'America/New_York', LATE_EVENING)).toBe(false);
  });

  it('reads the hours in the zone of the server', () => {
    expect(isQuiet('22:00-23:00', 'America/New_York', LATE_EVENING)).toBe(true);
    expect(isQuiet('22:00-23:00', 'Europe/Berlin', LATE_EVENING)).toBe(false);
  });

  it('goes over midnight when the hours end before they begin', () => {
    expect(isQuiet('22:00-07:00', 'America/New_York', LATE_EVENING)).toBe(true);
    expect(isQuiet('22:00-07:00', 'America/New_York', LATE_EVENING + 8 * 3_600_000)).toBe(true);
    expect(isQuiet('22:00-07:00', 'America/New_York', LATE_EVENING + 9 * 3_600_000)).toBe(false);
  });

  it('counts the first minute in and the last one out', () => {
    expect(isQuiet('22:30-22:45', 'America/New_York', LATE_EVENING)).toBe(true);
    expect(isQuiet('21:00-22:30', 'America/New_York', LATE_EVENING)).toBe(false);
  });
});
