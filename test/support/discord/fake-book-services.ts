import type { LotEvent } from '#domain/book/book-record.ts';
import {
  aCall,
  aCondor,
  addedEvent,
  aProposal,
  booked,
  NOON,
  SECOND_STEWARD,
  STEWARD,
} from '#test/support/book/lots.ts';
import type { BookReport } from '#services/book/read-book.ts';
import type { BookAnswer } from '#services/book/change-book.ts';
import type { BookServices } from '#services/book/index.ts';

export const TODAY = '2026-12-01';

/** A server's book of ten condors and four calls. */
export const BOOK: BookReport = {
  owner: { server: '1290000000000000001' },
  revision: 1,
  asOf: NOON,
  today: TODAY,
  positions: { condors: [aCondor()], hedges: [aCall()] },
  lots: [booked(aCondor()), booked(aCall())],
  waiting: 0,
};

/** What a change came to that was made at once. */
export function applied(...events: readonly LotEvent[]): BookAnswer {
  return { kind: 'applied', events, revision: 2, today: TODAY };
}

/** What people may ask of the book, answered with ten condors and four calls. */
export function someBookServices(): Omit<BookServices, 'previewImport' | 'importLots' | 'exportBook'> {
  const answer = applied(addedEvent(aCondor(), { revision: 2 }));
  const marks = {
    marks: [
      {
        of: { kind: 'future', expiry: '2027-01-20' },
        unit: 'price',
        value: 18.2,
        by: STEWARD,
        at: NOON - 5 * 3_600_000,
      },
    ],
    asOf: NOON,
  } as const;
  return {
    readBook: async (owner) => ({ ...BOOK, owner }),
    endedLots: async () => [],
    bookHistory: async (owner) => ({ owner, events: [addedEvent(aCondor())], today: TODAY }),
    addCondor: async () => answer,
    addHedge: async () => applied(addedEvent(aCall(), { revision: 2 })),
    editLot: async () => applied(addedEvent(aCall({ quantity: 3 }), { kind: 'edited', before: aCall() })),
    removeLot: async () => answer,
    closeLot: async () => answer,
    undoChange: async () => ({ kind: 'refused', refusal: { kind: 'nothing' }, today: TODAY }),
    applyLots: async () => answer,
    proposals: async () => ({ pending: [aProposal()], settled: [], today: TODAY }),
    approveProposal: async () => answer,
    declineProposal: async () => aProposal({ standing: { state: 'declined', by: SECOND_STEWARD, at: NOON } }),
    setMark: async () => marks,
    removeMark: async () => ({ marks: [], asOf: NOON }),
    marks: async () => marks,
    findExpiries: async () => ['2026-12-16', '2027-01-20'],
  };
}
