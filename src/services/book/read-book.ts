import { positionsOf } from '#engine/book/book-size.ts';
import type { BookServices } from './book-services.ts';
import { type BookParts, frame } from './book-parts.ts';
import { rollOff } from './roll-off.ts';

/** Events shown of a book's history. */
const EVENTS = 50;

/** Proposals looked through for those that wait, and ended ones. */
const PROPOSALS = 50;

/** What a book holds this moment: what has settled is moved to its history first. */
export function createReadBook(parts: BookParts): BookServices['readBook'] {
  return async (owner) => {
    const asOf = parts.marketClock.now();
    await rollOff(parts, owner, asOf);
    const { revision, open } = await parts.ledger.openLots(owner);
    const proposals = owner.member === undefined ? await parts.ledger.proposals(owner.server, PROPOSALS) : [];
    return {
      owner,
      revision,
      asOf,
      positions: positionsOf(open.map(({ lot }) => lot)),
      lots: open,
      waiting: proposals.filter(({ standing, expiresAt }) => standing.state === 'pending' && expiresAt > asOf)
        .length,
      ...frame(parts),
    };
  };
}

/** What was closed or has expired: the cash flows of a hedge that is no longer held. */
export function createEndedLots(parts: BookParts): BookServices['endedLots'] {
  return async (owner) => {
    await rollOff(parts, owner, parts.marketClock.now());
    const ended = await parts.ledger.endedLots(owner);
    return ended.filter(({ end }) => end?.how !== 'removed');
  };
}

/** Who did what to a book, newest first. */
export function createBookHistory(parts: BookParts): BookServices['bookHistory'] {
  return async (owner) => {
    await rollOff(parts, owner, parts.marketClock.now());
    return { owner, events: await parts.ledger.bookEvents(owner, EVENTS), ...frame(parts) };
  };
}
