import type { FomcStatement } from '#domain/market/session.ts';

/** Statement days of one year, `MM-DD`, with blanks between. */
type Year = readonly [year: number, days: string];

/**
 * Days of the statements of announced meetings, 2010-01 to 2027-01. That of January 2027 was tentative when this
 * was written.
 *
 * Copied from the project's recorded history on 2026-11-23; the Board's own list is what counts.
 *
 * @see https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm
 */
const SCHEDULED: readonly Year[] = [
  [2010, '01-27 03-16 04-28 06-23 08-10 09-21 11-03 12-14'],
  [2011, '01-26 03-15 04-27 06-22 08-09 09-21 11-02 12-13'],
  [2012, '01-25 03-13 04-25 06-20 08-01 09-13 10-24 12-12'],
  [2013, '01-30 03-20 05-01 06-19 07-31 09-18 10-30 12-18'],
  [2014, '01-29 03-19 04-30 06-18 07-30 09-17 10-29 12-17'],
  [2015, '01-28 03-18 04-29 06-17 07-29 09-17 10-28 12-16'],
  [2016, '01-27 03-16 04-27 06-15 07-27 09-21 11-02 12-14'],
  [2017, '02-01 03-15 05-03 06-14 07-26 09-20 11-01 12-13'],
  [2018, '01-31 03-21 05-02 06-13 08-01 09-26 11-08 12-19'],
  [2019, '01-30 03-20 05-01 06-19 07-31 09-18 10-30 12-11'],
  [2020, '01-29 04-29 06-10 07-29 09-16 11-05 12-16'],
  [2021, '01-27 03-17 04-28 06-16 07-28 09-22 11-03 12-15'],
  [2022, '01-26 03-16 05-04 06-15 07-27 09-21 11-02 12-14'],
  [2023, '02-01 03-22 05-03 06-14 07-26 09-20 11-01 12-13'],
  [2024, '01-31 03-20 05-01 06-12 07-31 09-18 11-07 12-18'],
  [2025, '01-29 03-19 05-07 06-18 07-30 09-17 10-29 12-10'],
  [2026, '01-28 03-18 04-29 06-17 07-29 09-16 10-28 12-09'],
  [2027, '01-27'],
];

/** Days of statements between meetings, which nobody could know beforehand. */
const UNSCHEDULED: readonly Year[] = [[2020, '03-03 03-15']];

function statementsOf(years: readonly Year[], scheduled: boolean): readonly FomcStatement[] {
  return years.flatMap(([year, days]) =>
    days.split(' ').map((day) => ({ day: `${year}-${day}`, scheduled })),
  );
}

/** Statements of the Federal Open Market Committee, oldest first. */
export const fomcStatements: readonly FomcStatement[] = [
  ...statementsOf(SCHEDULED, true),
  ...statementsOf(UNSCHEDULED, false),
].toSorted((a, b) => (a.day < b.day ? -1 : 1));
