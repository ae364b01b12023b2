import { positionsOf } from '#engine/book/book-size.ts';
import type { BookedLot, BookOwner, LotEvent } from '#domain/book/book-record.ts';
import type { Book, Positions } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import { type BookDeps, frame } from './book-deps.ts';
import { countedBook } from './read-holdings.ts';
import { rollOff } from './roll-off.ts';

/** A book as it stands this moment, without what has settled. */
export type BookReport = {
  readonly owner: BookOwner;
  readonly revision: number;
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  /** The day in New York. */
  readonly today: Session;
  readonly positions: Positions;
  /** The same positions with the revision of each, in the order in which they were added. */
  readonly lots: readonly BookedLot[];
  /** What the server says it holds in contracts, while it keeps no lots; a member's book has no counts. */
  readonly counted?: Book;
  /** Proposals that wait for a second steward. */
  readonly waiting: number;
  readonly watermark?: string;
};

export type BookHistory = {
  readonly owner: BookOwner;
  /** Newest first. */
  readonly events: readonly LotEvent[];
  readonly today: Session;
  readonly watermark?: string;
};

/** Events shown of a book's history. */
const EVENTS = 50;

/** Proposals looked through for those that wait, and ended ones. */
const PROPOSALS = 50;

/** What a book holds this moment: what has settled is moved to its history first. */
export async function readBook(deps: BookDeps, owner: BookOwner): Promise<BookReport> {
  const asOf = deps.marketClock.now();
  await rollOff(deps, owner, asOf);
  const { revision, open } = await deps.ledger.openLots(owner);
  const proposals = owner.member === undefined ? await deps.ledger.proposals(owner.server, PROPOSALS) : [];
  const counted = open.length === 0 && owner.member === undefined ? await countedOf(deps, owner) : undefined;
  return {
    owner,
    revision,
    asOf,
    ...(counted && { counted }),
    positions: positionsOf(open.map(({ lot }) => lot)),
    lots: open,
    waiting: proposals.filter(({ standing, expiresAt }) => standing.state === 'pending' && expiresAt > asOf)
      .length,
    ...frame(deps),
  };
}

async function countedOf(
  { settings: store }: Pick<BookDeps, 'settings'>,
  { server }: BookOwner,
): Promise<Book | undefined> {
  const { settings } = await store.read(server);
  return countedBook(settings);
}

/** Lots that were closed or have expired, oldest first; removed ones, which never were, are left out. */
export async function endedLots(deps: BookDeps, owner: BookOwner): Promise<readonly BookedLot[]> {
  await rollOff(deps, owner, deps.marketClock.now());
  const ended = await deps.ledger.endedLots(owner);
  return ended.filter(({ end }) => end?.how !== 'removed');
}

/** Who did what to a book, newest first. */
export async function bookHistory(deps: BookDeps, owner: BookOwner): Promise<BookHistory> {
  await rollOff(deps, owner, deps.marketClock.now());
  return { owner, events: await deps.ledger.bookEvents(owner, EVENTS), ...frame(deps) };
}
