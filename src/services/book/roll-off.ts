import type { BookOwner, LotEvent } from '#domain/book/book-record.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import { settledLots } from '#engine/book/settled-lots.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { Log } from '#ports/log.ts';
import type { BookDeps } from './book-deps.ts';

/** Name under which the history has what nobody did: a lot settled. */
const CALENDAR = 'calendar';

type RollOffDeps = Pick<BookDeps, 'calendar'> & { readonly ledger: BookLedger };

/**
 * Moves what has settled at an instant out of a book and into its history. Doing it twice is doing it once.
 *
 * @returns what was moved this time
 */
export async function rollOff(
  { ledger, calendar }: RollOffDeps,
  owner: BookOwner,
  now: number,
): Promise<readonly LotEvent[]> {
  const { open } = await ledger.openLots(owner);
  if (settledLots(open, now, calendar).length === 0) {
    return [];
  }
  return ledger.changeBook(owner, (book) => {
    const changes = settledLots(book.open, now, calendar);
    const done = applyChanges(book, { changes, by: CALENDAR, at: now });
    const { lots, events } = done.kind === 'applied' ? done : { lots: [], events: [] };
    return { write: { lots, events, proposals: [] }, result: events };
  });
}

/**
 * The same for every book that holds anything, those of members included. One that fails keeps neither another from
 * its turn nor whoever called from what follows: it is logged, and tried again at the next look.
 */
export async function rollOffBooks(
  deps: RollOffDeps & { readonly log: Pick<Log, 'error'> },
  now: number,
): Promise<void> {
  for (const owner of await deps.ledger.booksWithLots()) {
    try {
      await rollOff(deps, owner, now);
    } catch (error) {
      deps.log.error('could not move what has settled out of a book', error, { ...owner });
    }
  }
}
