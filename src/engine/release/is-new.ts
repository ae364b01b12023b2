import { shiftDay } from '#calendar/calendar-day.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { Poll, ShownFigures } from '#domain/releases/poll.ts';
import type { Release } from '#domain/releases/release.ts';

/** What is known of a report before a release. */
export type KnownBefore = {
  /** The month of the last print that we have; absent before the first. */
  readonly lastMonth?: string;
  /** What this source showed last; absent where it was never asked before. */
  readonly lastShown?: Poll;
};

/**
 * Days from the end of a month within which its figures are usually published. The figures before them are older
 * than that on the day of a release: 37 days at least.
 */
const FRESH = 35;

/**
 * Whether a source shows a release's own figures: the month and the values must both be new.
 *
 * A source that was never asked before is believed when its month has ended lately: there is nothing to compare with.
 */
export function isNew(shown: ShownFigures, release: Release, known: KnownBefore): boolean {
  const { lastMonth, lastShown } = known;
  if (isKnownMonth(shown, release, lastMonth)) {
    return false;
  }
  return lastShown
    ? isUnlike(shown, lastShown) || isFoundAgain(lastShown, release)
    : lastMonth !== undefined || isFresh(shown.referenceMonth, release);
}

function isKnownMonth(
  { referenceMonth }: ShownFigures,
  release: Release,
  lastMonth: string | undefined,
): boolean {
  const isBeforeAwaited = release.referenceMonth !== undefined && referenceMonth < release.referenceMonth;
  return isBeforeAwaited || (lastMonth !== undefined && referenceMonth <= lastMonth);
}

function isUnlike(shown: ShownFigures, last: Poll): boolean {
  const isLater = last.referenceMonth === undefined || shown.referenceMonth > last.referenceMonth;
  return isLater && shown.values !== last.values;
}

/** Found before and not kept: the program died in between. */
function isFoundAgain(last: Poll, release: Release): boolean {
  return last.saw === 'new' && last.releaseId === release.id;
}

function isFresh(referenceMonth: string, { scheduledAt }: Release): boolean {
  return nextMonthBegins(referenceMonth) >= shiftDay(newYorkDay(scheduledAt), -FRESH);
}

/** `2026-12` becomes `2027-01-01`. */
function nextMonthBegins(month: string): string {
  const first = new Date(`${month}-01`);
  first.setUTCMonth(first.getUTCMonth() + 1);
  return first.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
