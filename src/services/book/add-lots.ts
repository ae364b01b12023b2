import { checkLot } from '#engine/book/check-lot.ts';
import { draftCondor } from '#engine/book/draft-condor.ts';
import { draftHedge } from '#engine/book/draft-hedge.ts';
import { InvalidLots } from '#domain/book/book-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { CondorDraft, HedgeDraft, NewLot } from '#domain/book/lot-draft.ts';
import { acceptDraft } from '#engine/book/accept-draft.ts';
import { type BookDeps, termsNow } from './book-deps.ts';
import { type BookAnswer, changeBook } from './change-book.ts';

/** Takes iron condors into a book. @throws InvalidLots */
export async function addCondor(
  deps: BookDeps,
  owner: BookOwner,
  by: string,
  draft: CondorDraft,
): Promise<BookAnswer> {
  const { settings } = await deps.settings.read(owner.server);
  const lot = acceptDraft(draftCondor(draft, termsNow(deps, settings)));
  return changeBook(deps, { owner, by, changes: [{ kind: 'add', lot }] });
}

/** Takes a hedge into a book. @throws InvalidLots */
export async function addHedge(
  deps: BookDeps,
  owner: BookOwner,
  by: string,
  draft: HedgeDraft,
): Promise<BookAnswer> {
  const { settings } = await deps.settings.read(owner.server);
  const lot = acceptDraft(draftHedge(draft, termsNow(deps, settings)));
  return changeBook(deps, { owner, by, changes: [{ kind: 'add', lot }] });
}

/**
 * Takes many lots into a book in one act: one that cannot be keeps all of them out.
 *
 * @throws InvalidLots with every fault of every lot, by its place in the list
 */
export async function applyLots(
  deps: BookDeps,
  owner: BookOwner,
  by: string,
  lots: readonly NewLot[],
): Promise<BookAnswer> {
  const { settings } = await deps.settings.read(owner.server);
  const terms = termsNow(deps, settings);
  const faults = lots.flatMap((lot, place) => checkLot(lot, terms).map((fault) => ({ place, fault })));
  if (faults.length > 0) {
    throw new InvalidLots(faults);
  }
  return changeBook(deps, { owner, by, changes: lots.map((lot) => ({ kind: 'add', lot })) });
}
