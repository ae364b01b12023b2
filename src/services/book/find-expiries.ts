import type { ListedProduct } from '#domain/book/listed-product.ts';
import type { Session } from '#domain/market/session.ts';
import { comingExpiries } from '#engine/book/coming-expiries.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import type { BookServices } from './book-services.ts';
import { type BookParts, termsNow } from './book-parts.ts';

const FRIDAY = 5;

/**
 * Days on which something settles, for somebody who types one: asked for at every key, so found once a day.
 *
 * While nothing is typed, of what settles daily only the Fridays are offered.
 */
export function createFindExpiries(parts: BookParts): BookServices['findExpiries'] {
  const found = new Map<ListedProduct, { readonly today: Session; readonly days: readonly Session[] }>();

  function daysOf(product: ListedProduct, terms: LotTerms): readonly Session[] {
    const kept = found.get(product);
    if (kept?.today === terms.today) {
      return kept.days;
    }
    const days = comingExpiries(product, terms);
    found.set(product, { today: terms.today, days });
    return days;
  }

  return async (server, products, typed) => {
    const { settings } = await parts.settings.read(server);
    const terms = termsNow(parts, settings);
    const wanted = typed.trim();
    const days = products.flatMap((product) =>
      daysOf(product, terms).filter(
        (day) => day.startsWith(wanted) && (wanted !== '' || !isDaily(product) || isFriday(day)),
      ),
    );
    return [...new Set(days)].toSorted();
  };
}

function isDaily(product: ListedProduct): boolean {
  return product === 'SPX PM options';
}

function isFriday(day: Session): boolean {
  return new Date(day).getUTCDay() === FRIDAY;
}
