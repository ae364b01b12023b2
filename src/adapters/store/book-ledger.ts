import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import { EventRow, memberOf, ProposalRow, readBook, readLots, readRevision } from './book-rows.ts';
import { writeBook } from './book-writes.ts';
import { inTransaction } from './transaction.ts';

const OwnerRow = z
  .object({ server: z.string(), member: z.string() })
  .transform(({ server, member }): BookOwner => (member === '' ? { server } : { server, member }));

const EVENTS = 'SELECT event FROM lot_event WHERE server = ? AND member = ? ORDER BY place DESC LIMIT ?';
const LOT_EVENTS = 'SELECT event FROM lot_event WHERE server = ? AND member = ? AND id = ? ORDER BY place';
const PROPOSALS = 'SELECT proposal FROM proposal WHERE server = ? ORDER BY place DESC LIMIT ?';
const PROPOSAL = 'SELECT proposal FROM proposal WHERE server = ? AND id = ?';
const OWNERS = 'SELECT DISTINCT server, member FROM lot WHERE is_open = 1 ORDER BY server, member';

/** Books with their history and their proposals. Nothing is ever deleted: lots end, and events pile up. */
export function createBookLedger(database: DatabaseSync): BookLedger {
  return {
    async openLots(owner) {
      return { revision: readRevision(database, owner), open: readLots(database, owner, 'open') };
    },

    async endedLots(owner) {
      return readLots(database, owner, 'ended');
    },

    async changeBook(owner, act) {
      return inTransaction(database, () => {
        const { write, result } = act(readBook(database, owner));
        writeBook(database, owner, write);
        return result;
      });
    },

    async bookEvents(owner, limit) {
      return z.array(EventRow).parse(database.prepare(EVENTS).all(owner.server, memberOf(owner), limit));
    },

    async lotEvents(owner, id) {
      return z.array(EventRow).parse(database.prepare(LOT_EVENTS).all(owner.server, memberOf(owner), id));
    },

    async proposals(server, limit) {
      return z.array(ProposalRow).parse(database.prepare(PROPOSALS).all(server, limit));
    },

    async proposal(server, id) {
      const row = database.prepare(PROPOSAL).get(server, id);
      return row && ProposalRow.parse(row);
    },

    async booksWithLots() {
      return z.array(OwnerRow).parse(database.prepare(OWNERS).all());
    },
  };
}
