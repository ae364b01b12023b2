import type { BookOwner } from '#domain/book/book-record.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { bind, type Needs } from '#services/bind.ts';
import { addCondor, addHedge, applyLots } from './add-lots.ts';
import { closeLot, editLot, removeLot } from './alter-lots.ts';
import { exportBook, importLots, previewImport } from './book-files.ts';
import { draftOrder } from './draft-order.ts';
import { drawBook } from './draw-book.ts';
import { dailyExpiries, findExpiries } from './find-expiries.ts';
import { marks, removeMark, setMark } from './manual-marks.ts';
import { measureBook } from './measure-book.ts';
import { approveProposal, declineProposal, proposals } from './proposals.ts';
import { bookHistory, endedLots, readBook } from './read-book.ts';
import { readHoldings } from './read-holdings.ts';
import { rollOff, rollOffBooks } from './roll-off.ts';
import { sharePrices } from './share-prices.ts';
import { tendOrders } from './tend-orders.ts';
import { undoChange } from './undo-change.ts';

type HoldingsDeps = Needs<typeof rollOffBooks | typeof drawBook> &
  Omit<
    Needs<typeof readHoldings | typeof measureBook | typeof draftOrder | typeof tendOrders>,
    'clock' | 'readHoldings'
  >;

/** What a server or a member holds at an instant, and everything to value it with. */
export type Holdings = Awaited<ReturnType<HoldingsServices['readHoldings']>>;
/** Prices of one instant, shared by many books. */
export type SharedPrices = ReturnType<HoldingsServices['sharePrices']>;
export type HoldingsServices = ReturnType<typeof bindHoldings>;
export type BookServices = ReturnType<typeof bindBook>;

/** What others make of a book: all that is held with its prices, its size and its picture. */
export function bindHoldings(deps: HoldingsDeps) {
  const priced = { ...deps, clock: settlementClock(deps.calendar) };
  const read = bind(readHoldings, priced);
  return {
    sharePrices: bind(sharePrices, priced),
    readHoldings: read,
    measureBook: bind(measureBook, { settings: deps.settings, readHoldings: read }),
    drawBook: bind(drawBook, deps),
    draftOrder: bind(draftOrder, { ...deps, readHoldings: read }),
    tendOrders: bind(tendOrders, deps),
    rollOff: bind(rollOff, deps),
    rollOffBooks: bind(rollOffBooks, deps),
  };
}

type BookDeps = Needs<typeof addCondor | typeof setMark> &
  Omit<Needs<typeof previewImport>, 'readBook' | 'proposals'>;

/**
 * The book of a server or of one member, its proposals, manual marks and files. `by` is a Discord user id.
 *
 * Whether somebody may do it is the caller's to know: stewards change a server's book, members their own.
 */
export function bindBook(deps: BookDeps) {
  const book = {
    readBook: (owner: BookOwner) => readBook(deps, owner),
    proposals: (server: string) => proposals(deps, server),
    applyLots: bind(applyLots, deps),
  };
  const files = { ...deps, ...book };
  return {
    ...book,
    endedLots: bind(endedLots, deps),
    bookHistory: bind(bookHistory, deps),
    addCondor: bind(addCondor, deps),
    addHedge: bind(addHedge, deps),
    editLot: bind(editLot, deps),
    removeLot: bind(removeLot, deps),
    closeLot: bind(closeLot, deps),
    undoChange: bind(undoChange, deps),
    approveProposal: bind(approveProposal, deps),
    declineProposal: bind(declineProposal, deps),
    setMark: bind(setMark, deps),
    removeMark: bind(removeMark, deps),
    marks: bind(marks, deps),
    findExpiries: bind(findExpiries, { ...deps, expiriesOf: dailyExpiries() }),
    previewImport: bind(previewImport, files),
    importLots: bind(importLots, files),
    exportBook: bind(exportBook, files),
  };
}
