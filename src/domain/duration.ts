/** Lengths of time in milliseconds. A day is 24 hours: what is counted in New York's days is the calendar's. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
