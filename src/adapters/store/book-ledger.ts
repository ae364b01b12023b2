import { canonicalJson } from '#domain/canonical-json.ts';
import type { BookedLot, BookOwner, BookWrite, BookRecord, LotEvent } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import { bookedLotSchema, lotEventSchema, proposalSchema } from '#adapters/store/schemas/book-schemas.ts';
import {
  compareAndSet,
  slices,
  type StoreDatabase,
  type StoreTransaction,
  WriteConflict,
} from './store-database.ts';
import { storedJson } from './stored-json.ts';

type Reader = StoreTransaction | StoreDatabase['db'];

/** How often a book was written, and how often with events; both 0 for one that never was. */
type BookCount = { readonly revision: number; readonly version: number };

const readLot = storedJson<BookedLot>('lot', bookedLotSchema);
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

/** What stands in the column `member`: nothing for a server's own book. */
function memberOf({ member = '' }: BookOwner): string {
  return member;
}

async function readCount(db: Reader, owner: BookOwner): Promise<BookCount> {
  const row = await db
    .selectFrom('book')
    .select(['revision', 'version'])
    .where('server', '=', owner.server)
    .where('member', '=', memberOf(owner))
    .executeTakeFirst();
  return row ?? { revision: 0, version: 0 };
}

/** In the order in which they were added. */
async function readLots(
  db: Reader,
  owner: BookOwner,
  which: 'open' | 'ended',
): Promise<readonly BookedLot[]> {
  const rows = await db
    .selectFrom('lot')
    .select(['id', 'lot'])
    .where('is_open', '=', which === 'open' ? 1 : 0)
    .where('server', '=', owner.server)
    .where('member', '=', memberOf(owner))
    .orderBy('place')
    .execute();
  return rows.map(({ id, lot }) => readLot(lot, `${owner.server}/${id}`));
}

function eventsOf(db: Reader, owner: BookOwner) {
  return db
    .selectFrom('lot_event')
    .select(['place', 'event'])
    .where('server', '=', owner.server)
    .where('member', '=', memberOf(owner));
}

function proposalsOf(db: Reader, server: string) {
  return db.selectFrom('proposal').select(['id', 'proposal']).where('server', '=', server);
}

async function readBook(
  trx: StoreTransaction,
  owner: BookOwner,
  { revision }: BookCount,
): Promise<BookRecord> {
  const { server, member } = owner;
  const open = await readLots(trx, owner, 'open');
  const ended = await readLots(trx, owner, 'ended');
  if (member !== undefined) {
    return { revision, open, ended, pending: [], proposalsMade: 0 };
  }
  const pending = await proposalsOf(trx, server).where('is_pending', '=', 1).orderBy('place').execute();
  const { made } = await trx
    .selectFrom('proposal')
    .select(({ fn }) => fn.countAll<number>().as('made'))
    .where('server', '=', server)
    .executeTakeFirstOrThrow();
  return {
    revision,
    open,
    ended,
    pending: pending.map(({ id, proposal }) => readProposal(proposal, id)),
    proposalsMade: made,
  };
}

/** Writes what one act made of a book. @throws WriteConflict if somebody wrote it since it was counted */
async function writeBook(
  trx: StoreTransaction,
  owner: BookOwner,
  { lots, events, proposals }: BookWrite,
  count: BookCount,
): Promise<void> {
  if (lots.length + events.length + proposals.length === 0) {
    return;
  }
  const { server } = owner;
  const member = memberOf(owner);
  await raise(trx, { server, member }, count, events.length > 0 ? count.revision + 1 : count.revision);
  for (const booked of lots) {
    const row = { is_open: booked.end ? 0 : 1, lot: canonicalJson(booked) };
    await trx
      .insertInto('lot')
      .values({ server, member, id: booked.lot.id, ...row })
      .onConflict((conflict) => conflict.columns(['server', 'member', 'id']).doUpdateSet(row))
      .execute();
  }
  for (const slice of slices(events)) {
    const rows = slice.map((event) => ({ server, member, id: event.id, event: canonicalJson(event) }));
    await trx.insertInto('lot_event').values(rows).execute();
  }
  for (const proposal of proposals) {
    const isPending = proposal.standing.state === 'pending';
    const row = { is_pending: Number(isPending), proposal: canonicalJson(proposal) };
    await trx
      .insertInto('proposal')
      .values({ server, id: proposal.id, ...row })
      .onConflict((conflict) => conflict.columns(['server', 'id']).doUpdateSet(row))
      .execute();
  }
}

/** Counts a write of the book, if it is still the one that was read. @throws WriteConflict */
async function raise(
  trx: StoreTransaction,
  key: { readonly server: string; readonly member: string },
  { version }: BookCount,
  revision: number,
): Promise<void> {
  await trx
    .insertInto('book')
    .values({ ...key, revision: 0, version: 0 })
    .onConflict((conflict) => conflict.columns(['server', 'member']).doNothing())
    .execute();
  const row = await trx
    .updateTable('book')
    .set({ revision, version: version + 1 })
    .where('server', '=', key.server)
    .where('member', '=', key.member)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!row) {
    throw new WriteConflict();
  }
}
