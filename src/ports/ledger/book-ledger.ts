import type { BookedLot, BookOwner, BookWrite, BookRecord, LotEvent } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';

/** The books of servers and of their members. */
export interface BookLedger {
  /** Open lots in the order in which they were added, and the revision; revision 0 for a book never written in. */
  openLots(owner: BookOwner): Promise<Pick<BookRecord, 'revision' | 'open'>>;
  /** Lots that were closed or have expired, and those that were removed, oldest first. */
  endedLots(owner: BookOwner): Promise<readonly BookedLot[]>;
  /**
   * Reads a book and writes it in one transaction: nobody else changes it between.
   *
   * @param act - says what is written of the book that it is given; the revision rises by one where it wrote
   *   events. If it throws, nothing is written.
   */
  changeBook<Result>(
    owner: BookOwner,
    act: (book: BookRecord) => { readonly write: BookWrite; readonly result: Result },
  ): Promise<Result>;
  /** Everything that ever happened in a book, newest first. */
  bookEvents(owner: BookOwner, limit: number): Promise<readonly LotEvent[]>;
  /** Of one lot, oldest first. */
  lotEvents(owner: BookOwner, id: string): Promise<readonly LotEvent[]>;
  /** Newest first, whatever became of them. */
  proposals(server: string, limit: number): Promise<readonly Proposal[]>;
  proposal(server: string, id: string): Promise<Proposal | undefined>;
  /** Owners of books with open lots. */
  booksWithLots(): Promise<readonly BookOwner[]>;
}
