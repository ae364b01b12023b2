import { canonicalJson } from '#domain/canonical-json.ts';
import type { BookedLot, BookOwner } from '#domain/book/book-record.ts';
import type { LotClosing, LotTarget } from '#domain/book/lot-draft.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import { NothingToChange, UnknownLot } from '#domain/book/book-problem.ts';
import { checkTradingDay } from '#engine/book/check-day.ts';
import { checkPrice, checkQuantity } from '#engine/book/check-lot.ts';
import { editLot } from '#engine/book/edit-lot.ts';
import { lastTradingDay, type LotTerms } from '#engine/book/lot-terms.ts';
import type { BookServices } from './book-services.ts';
import { type BookParts, termsNow } from './book-parts.ts';
import { changeBook, meantBy, refusal } from './change-book.ts';
import { rollOff } from './roll-off.ts';

/** Changes what a lot says of itself. What the person did not look at yet is not written over. */
export function createEditLot(parts: BookParts): BookServices['editLot'] {
  return async (owner, by, { id: typed, basis: seen, ...edit }) => {
    const { lot, revision } = await find(parts, owner, typed);
    const { settings } = await parts.settings.read(owner.server);
    const basis = seen ?? revision;
    const edited = meantBy(editLot(lot, edit, termsNow(parts, settings)));
    if (basis === revision && canonicalJson(edited) === canonicalJson(lot)) {
      throw new NothingToChange(lot.id);
    }
    return changeBook(parts, {
      owner,
      by,
      changes: [{ kind: 'edit', id: lot.id, basis, was: lot, lot: edited }],
    });
  };
}

/** Takes out a lot that was entered by mistake. */
export function createRemoveLot(parts: BookParts): BookServices['removeLot'] {
  return async (owner, by, { id: typed, basis }) => {
    const { lot, revision } = await find(parts, owner, typed);
    return changeBook(parts, {
      owner,
      by,
      changes: [{ kind: 'remove', id: lot.id, basis: basis ?? revision, was: lot }],
    });
  };
}

/** Takes out a lot, or some contracts of it, that was traded away. */
export function createCloseLot(parts: BookParts): BookServices['closeLot'] {
  return async (owner, by, { id: typed, basis, ...closing }) => {
    const { lot, revision } = await find(parts, owner, typed);
    const { settings } = await parts.settings.read(owner.server);
    const terms = termsNow(parts, settings);
    const on = closing.on?.trim() ?? lastTradingDay(terms);
    const faults = checkClosing(closing, on, lot, terms);
    if (faults.length > 0) {
      throw refusal(faults);
    }
    const { quantity, price } = closing;
    return changeBook(parts, {
      owner,
      by,
      changes: [
        {
          kind: 'close',
          id: lot.id,
          basis: basis ?? revision,
          was: lot,
          on,
          ...(quantity !== undefined && { quantity }),
          ...(price !== undefined && { price }),
        },
      ],
    });
  };
}

function checkClosing(
  { quantity, price }: LotClosing,
  on: string,
  { openedOn, quantity: held }: BookedLot['lot'],
  terms: LotTerms,
): readonly LotFault[] {
  const day = checkTradingDay(on, terms);
  return [
    ...(quantity === undefined ? [] : checkQuantity(quantity)),
    ...(quantity !== undefined && quantity > held
      ? [{ kind: 'more-than-held', asked: quantity, held } as const]
      : []),
    ...checkPrice('price', price),
    ...day,
    ...(day.length === 0 && on < openedOn
      ? [{ kind: 'closed-before-opened', openedOn, closedOn: on } as const]
      : []),
  ];
}

/** @throws UnknownLot */
async function find(parts: BookParts, owner: BookOwner, typed: LotTarget['id']): Promise<BookedLot> {
  await rollOff(parts, owner, parts.marketClock.now());
  const id = typed.trim().toUpperCase();
  const { open } = await parts.ledger.openLots(owner);
  const found = open.find(({ lot }) => lot.id === id);
  if (!found) {
    const ended = await parts.ledger.endedLots(owner);
    throw new UnknownLot(id, ended.find(({ lot }) => lot.id === id)?.end?.how);
  }
  return found;
}
