import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { BookedLot, BookOwner, BookRecord, LotEvent } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { storedJson } from './stored-json.ts';

const LotRow = z.object({ lot: storedJson<BookedLot>() }).transform(({ lot }) => lot);

export const EventRow = z.object({ event: storedJson<LotEvent>() }).transform(({ event }) => event);

export const ProposalRow = z
  .object({ proposal: storedJson<Proposal>() })
  .transform(({ proposal }) => proposal);

const RevisionRow = z.object({ revision: z.int() });

const CountRow = z.object({ made: z.int() });

const LOTS = 'SELECT lot FROM lot WHERE is_open = ? AND server = ? AND member = ? ORDER BY place';
const REVISION = 'SELECT revision FROM book WHERE server = ? AND member = ?';
const PENDING = 'SELECT proposal FROM proposal WHERE server = ? AND is_pending = 1 ORDER BY place';
const MADE = 'SELECT count(*) AS made FROM proposal WHERE server = ?';

/** What stands in the column `member`: nothing for a server's own book. */
export function memberOf({ member = '' }: BookOwner): string {
  return member;
}

export function readRevision(database: DatabaseSync, owner: BookOwner): number {
  const row = database.prepare(REVISION).get(owner.server, memberOf(owner));
  return row ? RevisionRow.parse(row).revision : 0;
}

/** In the order in which they were added. */
export function readLots(
  database: DatabaseSync,
  owner: BookOwner,
  which: 'open' | 'ended',
): readonly BookedLot[] {
  const rows = database.prepare(LOTS).all(which === 'open' ? 1 : 0, owner.server, memberOf(owner));
  return z.array(LotRow).parse(rows);
}

/** The whole book, to be changed inside a transaction. */
export function readBook(database: DatabaseSync, owner: BookOwner): BookRecord {
  const isServers = owner.member === undefined;
  return {
    revision: readRevision(database, owner),
    open: readLots(database, owner, 'open'),
    ended: readLots(database, owner, 'ended'),
    pending: isServers ? z.array(ProposalRow).parse(database.prepare(PENDING).all(owner.server)) : [],
    proposalsMade: isServers ? CountRow.parse(database.prepare(MADE).get(owner.server)).made : 0,
  };
}
