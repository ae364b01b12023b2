import type { ListedProduct } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import { comingExpiries } from '#engine/book/coming-expiries.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import { type BookDeps, termsNow } from './book-deps.ts';

const FRIDAY = 5;

/** Days on which a product settles, soonest first. */
type ExpiriesOf = (product: ListedProduct, terms: LotTerms) => readonly Session[];

/**
 * Days on which something settles, soonest first: what somebody may mean who begins to type one.
 *
 * While nothing is typed, of what settles daily only the Fridays are offered.
 *
 * @param deps - `expiriesOf` is asked at every key
 */
export async function findExpiries(
  deps: Pick<BookDeps, 'settings' | 'calendar' | 'marketClock'> & { readonly expiriesOf: ExpiriesOf },
  server: string,
  products: readonly ListedProduct[],
  typed: string,
): Promise<readonly Session[]> {
  const { settings } = await deps.settings.read(server);
  const terms = termsNow(deps, settings);
  const wanted = typed.trim();
  const days = products.flatMap((product) =>
    deps
      .expiriesOf(product, terms)
      .filter((day) => day.startsWith(wanted) && (wanted !== '' || !isDaily(product) || isFriday(day))),
  );
  return [...new Set(days)].toSorted();
}

/** The coming expiries of each product, computed once a day. */
export function dailyExpiries(): ExpiriesOf {
  const latest = new Map<ListedProduct, { readonly today: Session; readonly days: readonly Session[] }>();
  return (product, terms) => {
    const known = latest.get(product);
    if (known?.today === terms.today) {
      return known.days;
    }
    const days = comingExpiries(product, terms);
    latest.set(product, { today: terms.today, days });
    return days;
  };
}

function isDaily(product: ListedProduct): boolean {
  return product === 'SPX PM options';
}

function isFriday(day: Session): boolean {
  return new Date(day).getUTCDay() === FRIDAY;
}
