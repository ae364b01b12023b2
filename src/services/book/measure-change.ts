import type { BookRecord } from '#domain/book/book-record.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { applyChanges, type BookAct } from '#engine/book/apply-changes.ts';
import { bookSize, positionsOf } from '#engine/book/book-size.ts';
import type { BookParts } from './book-parts.ts';

/** What a server's book amounts to before and after a change, as whoever approves it will want to know. */
export async function measureChange(
  parts: BookParts,
  server: string,
  act: BookAct,
): Promise<Pick<Proposal, 'before' | 'after'>> {
  const { revision, open } = await parts.ledger.openLots({ server });
  const book: BookRecord = { revision, open, ended: [], pending: [], proposalsMade: 0 };
  const size = async (lots: readonly Lot[]): Promise<Proposal['before']> => {
    const positions = positionsOf(lots);
    return { ...bookSize(positions), ...(await parts.measureBook?.(server, positions, act.at)) };
  };
  return { before: await size(open.map(({ lot }) => lot)), after: await size(openAfter(book, act)) };
}

function openAfter(book: BookRecord, act: BookAct): readonly Lot[] {
  const done = applyChanges(book, act);
  const written = done.kind === 'applied' ? done.lots : [];
  const replaced = new Set(written.map(({ lot }) => lot.id));
  const kept = book.open.filter(({ lot }) => !replaced.has(lot.id));
  return [...kept, ...written.filter(({ end }) => !end)].map(({ lot }) => lot);
}
