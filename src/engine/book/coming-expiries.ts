import { expirationsBetween } from '#calendar/listed-expiration.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import type { ListedProduct } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import { checkExpiry } from './check-expiry.ts';
import type { LotTerms } from './lot-terms.ts';

/** Calendar days ahead that are looked through: the longest layer, and some more. */
const AHEAD = 400;

/** Calendar days behind the last one that must be known for the rule of VIX expirations. */
const MARGIN = 40;

/** Days to come on which something of a kind settles, soonest first, as far as somebody may want to hold it. */
export function comingExpiries(product: ListedProduct, terms: LotTerms): readonly Session[] {
  return expirationsBetween(product, [terms.today, lastKnown(terms)], terms.calendar).filter(
    (day) => checkExpiry(product, day, terms).length === 0,
  );
}

function lastKnown({ calendar, today }: LotTerms): string {
  const steps = Array.from({ length: AHEAD }, (_, index) => AHEAD - index);
  const reached = steps.find((days) => calendar.covers(shiftDay(today, days + MARGIN)));
  return shiftDay(today, reached ?? 0);
}
