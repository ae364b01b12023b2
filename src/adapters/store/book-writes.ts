import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { BookOwner, BookWrite } from '#domain/book/book-record.ts';
import { memberOf } from './book-rows.ts';

const RAISE = `
  INSERT INTO book (server, member, revision) VALUES (?, ?, 1)
  ON CONFLICT (server, member) DO UPDATE SET revision = revision + 1`;

const KEEP_LOT = `
  INSERT INTO lot (server, member, id, is_open, lot) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (server, member, id) DO UPDATE SET is_open = excluded.is_open, lot = excluded.lot`;

const ADD_EVENT = 'INSERT INTO lot_event (server, member, id, event) VALUES (?, ?, ?, ?)';

const KEEP_PROPOSAL = `
  INSERT INTO proposal (server, id, is_pending, proposal) VALUES (?, ?, ?, ?)
  ON CONFLICT (server, id) DO UPDATE SET is_pending = excluded.is_pending, proposal = excluded.proposal`;

/** Writes what one act made of a book. To be called inside a transaction. */
export function writeBook(database: DatabaseSync, owner: BookOwner, write: BookWrite): void {
  const { server } = owner;
  const member = memberOf(owner);
  if (write.events.length > 0) {
    database.prepare(RAISE).run(server, member);
  }
  const keepLot = database.prepare(KEEP_LOT);
  for (const booked of write.lots) {
    keepLot.run(server, member, booked.lot.id, booked.end ? 0 : 1, canonicalJson(booked));
  }
  const addEvent = database.prepare(ADD_EVENT);
  for (const event of write.events) {
    addEvent.run(server, member, event.id, canonicalJson(event));
  }
  const keepProposal = database.prepare(KEEP_PROPOSAL);
  for (const proposal of write.proposals) {
    const isPending = proposal.standing.state === 'pending' ? 1 : 0;
    keepProposal.run(server, proposal.id, isPending, canonicalJson(proposal));
  }
}
