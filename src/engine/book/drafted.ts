import type { NewLot } from '#domain/book/lot-change.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import { checkLot } from './check-lot.ts';
import type { LotTerms } from './lot-terms.ts';

/** What came of reading something that somebody typed: what was meant, or everything that is wrong with it. */
export type Drafted<Meant> = { readonly meant: Meant } | { readonly faults: readonly LotFault[] };

/** The lot itself if it can be held, else its faults. */
export function checked<Lot extends NewLot>(lot: Lot, terms: LotTerms): Drafted<Lot> {
  const faults = checkLot(lot, terms);
  return faults.length === 0 ? { meant: lot } : { faults };
}
