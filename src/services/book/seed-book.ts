import type { BookOwner } from '#domain/book/book-record.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import type { WorkedExample } from '#engine/book/worked-example.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';

/**
 * Writes an example into a book that nobody has ever written in, with the marks that it is valued on; any other book
 * is left alone.
 */
export async function seedBook(
  ledger: BookLedger & MarkLedger,
  owner: BookOwner,
  { lots, marks }: WorkedExample,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  const { revision } = await ledger.openLots(owner);
  if (revision > 0) {
    return;
  }
  // Before the lots: whoever is interrupted between the two begins again, and marks twice are marks once.
  for (const mark of marks) {
    await ledger.keepMark(owner.server, { mark, isRemoved: false });
  }
  const act = { changes: lots.map((lot) => ({ kind: 'add', lot }) as const), by, at };
  await ledger.changeBook(owner, (book) => {
    const done = book.revision === 0 ? applyChanges(book, act) : undefined;
    const { lots: added, events } = done?.kind === 'applied' ? done : { lots: [], events: [] };
    return { write: { lots: added, events, proposals: [] }, result: undefined };
  });
}
