import { type CashFlow, checkedDaysBetween } from './xirr.ts';

/**
 * Modified Dietz return of a position over its days: profit over the capital that was in it on average, each flow
 * counted for the part of the time that it was there.
 *
 * The fallback where `xirr` has no rate or several: it always has one answer, and does not annualise. What was paid
 * on the first day is the beginning value, what was received on the last day the end value.
 *
 * @param flows - in any order
 * @returns a fraction; `undefined` without flows, over no days, or when no capital was in it on average
 * @throws RangeError if a day is not `YYYY-MM-DD`
 * @see P. O. Dietz, Measuring Investment Performance (1966); GIPS handbook on external cash flows
 */
export function modifiedDietz(flows: readonly CashFlow[]): number | undefined {
  const dated = flows.toSorted((first, second) => checkedDaysBetween(second.day, first.day));
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const days = checkedDaysBetween(first.day, last.day);
  const profit = dated.reduce((sum, { amount }) => sum + amount, 0);
  const capital = dated.reduce(
    (sum, { day, amount }) => sum - amount * (checkedDaysBetween(day, last.day) / days),
    0,
  );
  const earned = profit / capital;
  return days > 0 && capital > 0 && Number.isFinite(earned) ? earned : undefined;
}
