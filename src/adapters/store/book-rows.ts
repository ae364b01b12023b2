import { canonicalJson } from '#domain/canonical-json.ts';
import type { BookedLot, BookOwner, BookWrite, BookRecord } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { bookedLotSchema, proposalSchema } from '#adapters/store/schemas/book-schemas.ts';
import { slices, type StoreDatabase, type StoreTransaction, WriteConflict } from './store-database.ts';
import { storedJson } from './stored-json.ts';

type Reader = StoreTransaction | StoreDatabase['db'];

/** How often a book was written, and how often with events; both 0 for one that never was. */
export type BookCount = { readonly revision: number; readonly version: number };

const readLot = storedJson<BookedLot>('lot', bookedLotSchema);
const readProposal = storedJson<Proposal>('proposal', proposalSchema);

/** What stands in the column `member`: nothing for a server's own book. */
export function memberOf({ member = '' }: BookOwner): string {
  return member;
}

/** What a write of the book is held against. */
export async function readCount(db: Reader, owner: BookOwner): Promise<BookCount> {
  const row = await db
    .selectFrom('book')
    .select(['revision', 'version'])
    .where('server', '=', owner.server)
    .where('member', '=', memberOf(owner))
    .executeTakeFirst();
  return row ?? { revision: 0, version: 0 };
}

/** In the order in which they were added. */
export async function readLots(
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

/** Columns of a server's proposals. */
export function proposalsOf(db: Reader, server: string) {
  return db.selectFrom('proposal').select(['id', 'proposal']).where('server', '=', server);
}

/** All of a book: what is open and ended, and a server's proposals. */
export async function readBook(
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
export async function writeBook(
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
  await raiseBook(trx, { server, member }, count, events.length > 0 ? count.revision + 1 : count.revision);
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
export async function raiseBook(
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
