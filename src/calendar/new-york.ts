import { Temporal } from 'temporal-polyfill';

const NEW_YORK = 'America/New_York';

/**
 * The first instant of a day at which clocks in New York show a time or, where they skip it, a later one.
 *
 * In the hour that clocks repeat in autumn it is the first of the two; in the one that they skip in spring it is
 * the end of the gap. The host's own zone plays no part.
 *
 * @param day - `YYYY-MM-DD`
 * @param time - `HH:MM`
 * @returns epoch milliseconds (UTC)
 * @throws RangeError if there is no such day or time
 */
export function newYorkInstant(day: string, time: string): number {
  const shown = Temporal.PlainDateTime.from(`${day}T${time}`);
  const zoned = shown.toZonedDateTime(NEW_YORK, { disambiguation: 'earlier' });
  const skipped = !zoned.toPlainDateTime().equals(shown);
  const first = skipped ? zoned.getTimeZoneTransition('next') : zoned;
  return (first ?? zoned).epochMilliseconds;
}

/** The calendar day in New York, `YYYY-MM-DD`, at an instant in epoch milliseconds (UTC). */
export function newYorkDay(instant: number): string {
  return inNewYork(instant).toPlainDate().toString();
}

/** What clocks in New York show, `HH:MM`, at an instant in epoch milliseconds (UTC). */
export function newYorkTime(instant: number): string {
  return inNewYork(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

function inNewYork(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(NEW_YORK);
}
