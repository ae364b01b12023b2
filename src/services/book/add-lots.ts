import { checkLot } from '#engine/book/check-lot.ts';
import { draftCondor } from '#engine/book/draft-condor.ts';
import { draftHedge } from '#engine/book/draft-hedge.ts';
import { InvalidLots } from '#domain/book/book-problem.ts';
import type { BookServices } from './book-services.ts';
import { type BookParts, termsNow } from './book-parts.ts';
import { changeBook, meantBy } from './change-book.ts';

/** Takes iron condors into a book. */
export function createAddCondor(parts: BookParts): BookServices['addCondor'] {
  return async (owner, by, draft) => {
    const { settings } = await parts.settings.read(owner.server);
    const lot = meantBy(draftCondor(draft, termsNow(parts, settings)));
    return changeBook(parts, { owner, by, changes: [{ kind: 'add', lot }] });
  };
}

/** Takes a hedge into a book. */
export function createAddHedge(parts: BookParts): BookServices['addHedge'] {
  return async (owner, by, draft) => {
    const { settings } = await parts.settings.read(owner.server);
    const lot = meantBy(draftHedge(draft, termsNow(parts, settings)));
    return changeBook(parts, { owner, by, changes: [{ kind: 'add', lot }] });
  };
}

/** Takes many lots into a book in one act: one that cannot be keeps all of them out. */
export function createApplyLots(parts: BookParts): BookServices['applyLots'] {
  return async (owner, by, lots) => {
    const { settings } = await parts.settings.read(owner.server);
    const terms = termsNow(parts, settings);
    const faults = lots.flatMap((lot, place) => checkLot(lot, terms).map((fault) => ({ place, fault })));
    if (faults.length > 0) {
      throw new InvalidLots(faults);
    }
    return changeBook(parts, { owner, by, changes: lots.map((lot) => ({ kind: 'add', lot })) });
  };
}
