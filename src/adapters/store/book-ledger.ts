import type { BookOwner, LotEvent } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import { memberOf, proposalsOf, readBook, readCount, readLots, writeBook } from './book-rows.ts';
import { lotEventSchema, proposalSchema } from '#adapters/store/schemas/book-schemas.ts';
import { compareAndSet, type StoreDatabase } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readEvent = storedJson<LotEvent>('lot_event', lotEventSchema);
const readProposal = storedJson<Proposal>('proposal', proposalSchema);

/** Books with their history and their proposals. Nothing is ever deleted: lots end, and events pile up. */
export function createBookLedger(database: StoreDatabase): BookLedger {
  return {
    async openLots(owner) {
      const { revision } = await readCount(database.db, owner);
      return { revision, open: await readLots(database.db, owner, 'open') };
    },

    async endedLots(owner) {
      return readLots(database.db, owner, 'ended');
    },

    async changeBook(owner, act) {
      return compareAndSet(database, async (trx) => {
        const count = await readCount(trx, owner);
        const { write, result } = act(await readBook(trx, owner, count));
        await writeBook(trx, owner, write, count);
        return result;
      });
    },

    async bookEvents(owner, limit) {
      const rows = await eventsOf(database.db, owner).orderBy('place', 'desc').limit(limit).execute();
      return rows.map(({ place, event }) => readEvent(event, place));
    },

    async lotEvents(owner, id) {
      const rows = await eventsOf(database.db, owner).where('id', '=', id).orderBy('place').execute();
      return rows.map(({ place, event }) => readEvent(event, place));
    },

    async proposals(server, limit) {
      const rows = await proposalsOf(database.db, server).orderBy('place', 'desc').limit(limit).execute();
      return rows.map(({ id, proposal }) => readProposal(proposal, id));
    },

    async proposal(server, id) {
      const row = await proposalsOf(database.db, server).where('id', '=', id).executeTakeFirst();
      return row && readProposal(row.proposal, id);
    },

    async booksWithLots() {
      const rows = await database.db
        .selectFrom('lot')
        .select(['server', 'member'])
        .distinct()
        .where('is_open', '=', 1)
        .orderBy('server')
        .orderBy('member')
        .execute();
      return rows.map(({ server, member }) => (member === '' ? { server } : { server, member }));
    },
  };
}

function eventsOf(db: StoreDatabase['db'], owner: BookOwner) {
  return db
    .selectFrom('lot_event')
    .select(['place', 'event'])
    .where('server', '=', owner.server)
    .where('member', '=', memberOf(owner));
}
