import type { BookedLot, BookOwner } from '#domain/book/book-record.ts';
import type { LotTarget } from '#domain/book/lot-draft.ts';
import type { Choice, CommandContext } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { lotFacts } from '#discord/views/book/lot-text.ts';
import type { BookReport } from '#services/book/read-book.ts';

const OWN = 'own ';
const FORM = /^(own )?\s*([a-z]\d{1,9})(?:@(\d{1,9}))?$/i;

/**
 * The lot that somebody names. One chosen from the list also says of which book, and at which revision it was looked
 * at, such as `H1@7` or `own H1@7`; one that was typed says neither.
 */
export function readLotTarget(typed: string): LotTarget & { readonly isOwn: boolean } {
  const [, own, id, basis] = FORM.exec(typed.trim()) ?? [];
  return {
    id: (id ?? typed).trim().toUpperCase(),
    isOwn: own !== undefined,
    ...(basis !== undefined && { basis: Number(basis) }),
  };
}

/** A lot as `readLotTarget` reads it: of that book, at the revision at which it was looked at. */
export function writeLotTarget({ lot, revision }: BookedLot, { member }: BookOwner): string {
  return `${member === undefined ? '' : OWN}${lot.id}@${revision}`;
}

/** The open lots of the server and of whoever types, by any part of what is shown of them. */
export async function completeLot(
  typed: string,
  { server, member, services }: CommandContext,
): Promise<readonly Choice[]> {
  const own = await services.readBook({ server, member: member.id });
  const servers = await services.readBook({ server });
  const wanted = typed.trim().toLowerCase();
  return [...choicesOf(servers), ...choicesOf(own)].filter(
    ({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase() === wanted,
  );
}

function choicesOf({ lots, owner, today }: BookReport): readonly Choice[] {
  return lots.map((booked) => {
    const { lot } = booked;
    const name = `${lot.id} · ${lotFacts(lot, today).replaceAll('**', '')}`;
    const value = writeLotTarget(booked, owner);
    return { name: owner.member === undefined ? name : en.book.choices.own(name), value };
  });
}
