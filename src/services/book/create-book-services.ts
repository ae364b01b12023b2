import type { BookServices } from './book-services.ts';
import { createAddCondor, createAddHedge, createApplyLots } from './add-lots.ts';
import { createCloseLot, createEditLot, createRemoveLot } from './alter-lots.ts';
import type { BookParts } from './book-parts.ts';
import { createFindExpiries } from './find-expiries.ts';
import { createMarks, createRemoveMark, createSetMark } from './marks.ts';
import { createApproveProposal, createDeclineProposal, createProposals } from './proposals.ts';
import { createBookHistory, createEndedLots, createReadBook } from './read-book.ts';

/** Everything that people may ask of the book. */
export function createBookServices(parts: BookParts): BookServices {
  return {
    readBook: createReadBook(parts),
    endedLots: createEndedLots(parts),
    bookHistory: createBookHistory(parts),
    addCondor: createAddCondor(parts),
    addHedge: createAddHedge(parts),
    editLot: createEditLot(parts),
    removeLot: createRemoveLot(parts),
    closeLot: createCloseLot(parts),
    applyLots: createApplyLots(parts),
    proposals: createProposals(parts),
    approveProposal: createApproveProposal(parts),
    declineProposal: createDeclineProposal(parts),
    setMark: createSetMark(parts),
    removeMark: createRemoveMark(parts),
    marks: createMarks(parts),
    findExpiries: createFindExpiries(parts),
  };
}
