import { expirationsBetween } from '../../calendar/listed-expiration.ts';
import { shiftDay } from '../../calendar/shift-day.ts';
import type { ListedProduct } from '../../domain/listed-product.ts';
import type { Session } from '../../domain/session.ts';
import { checkExpiry } from './check-expiry.ts';
import type { LotTerms } from './lot-terms.ts';

/** Calendar days ahead that are looked through: the longest layer, and some more. */
const AHEAD = 400;

/** Calendar days behind the last one that must be known for the rule of VIX expirations. */
const MARGIN = 40;

const FRIDAY = 5;

/**
 * Days to come on which something of these kinds settles, soonest first: those that may be meant by somebody who
 * begins to type one. While nothing is typed, of what settles daily only the Fridays are offered.
 */
export function comingExpiries(
  products: readonly ListedProduct[],
  typed: string,
  terms: LotTerms,
): readonly Session[] {
  const last = lastKnown(terms);
  const wanted = typed.trim();
  const days = products.flatMap((product) =>
    expirationsBetween(product, [terms.today, last], terms.calendar)
      .filter((day) => day.startsWith(wanted) && (wanted !== '' || !isDaily(product) || isFriday(day)))
      .filter((day) => checkExpiry(product, day, terms).length === 0),
  );
  return [...new Set(days)].toSorted();
}

function lastKnown({ calendar, today }: LotTerms): string {
  const steps = Array.from({ length: AHEAD }, (_, index) => AHEAD - index);
  const reached = steps.find((days) => calendar.covers(shiftDay(today, days + MARGIN)));
  return shiftDay(today, reached ?? 0);
}

function isDaily(product: ListedProduct): boolean {
  return product === 'SPX PM options';
}

function isFriday(day: Session): boolean {
  return new Date(day).getUTCDay() === FRIDAY;
}
