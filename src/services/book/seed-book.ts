import type { BookOwner } from '#domain/book/book-record.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';

/** Writes lots into a book that nobody has ever written in; any other book is left alone. */
export async function seedBook(
  ledger: BookLedger,
  owner: BookOwner,
  lots: readonly NewLot[],
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  const { revision } = await ledger.openLots(owner);
  if (revision > 0) {
    return;
  }
  const act = { changes: lots.map((lot) => ({ kind: 'add', lot }) as const), by, at };
  await ledger.changeBook(owner, (book) => {
    const done = book.revision === 0 ? applyChanges(book, act) : undefined;
    const { lots: added, events } = done?.kind === 'applied' ? done : { lots: [], events: [] };
    return { write: { lots: added, events, proposals: [] }, result: undefined };
  });
}
