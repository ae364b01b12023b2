import type { FomcStatement, Session } from '#domain/market/session.ts';
import { newYorkInstant } from './new-york.ts';

/** New York. Statements of before March 2013 came at 12:30 or 14:15, and those between meetings whenever they were made. */
const PUBLISHED = '14:00';

/** When an FOMC statement of a day is taken as published, epoch milliseconds (UTC). */
export function statementAt(day: Session): number {
  return newYorkInstant(day, PUBLISHED);
}

/**
 * The day of the latest FOMC statement that was published by an instant, those between meetings included.
 *
 * @param statements - in any order
 * @returns `undefined` before the first
 */
export function latestStatement(asOf: number, statements: readonly FomcStatement[]): Session | undefined {
  return statements
    .map(({ day }) => day)
    .filter((day) => statementAt(day) <= asOf)
    .toSorted()
    .at(-1);
}
