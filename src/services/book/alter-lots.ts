import { canonicalJson } from '#domain/canonical-json.ts';
import type { BookedLot, BookOwner } from '#domain/book/book-record.ts';
import type { LotClosing, LotEdit, LotTarget } from '#domain/book/lot-draft.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import { NothingToChange, UnknownLot } from '#domain/book/book-problem.ts';
import { checkTradingDay } from '#engine/book/check-expiry.ts';
import { checkPrice, checkQuantity } from '#engine/book/check-lot.ts';
import { editLot as edited } from '#engine/book/edit-lot.ts';
import { lastTradingDay, type LotTerms } from '#engine/book/lot-terms.ts';
import { acceptDraft, refuseDraft } from '#engine/book/accept-draft.ts';
import { type BookDeps, termsNow } from './book-deps.ts';
import { type BookAnswer, changeBook } from './change-book.ts';
import { rollOff } from './roll-off.ts';

/**
 * Changes what a lot says of itself. What the person did not look at yet is not written over.
 *
 * @throws InvalidLots, UnknownLot, LotChangedMeanwhile, NothingToChange
 */
export async function editLot(
  deps: BookDeps,
  owner: BookOwner,
  by: string,
  { id: typed, basis: seen, ...edit }: LotTarget & LotEdit,
): Promise<BookAnswer> {
  const { lot, revision } = await find(deps, owner, typed);
  const { settings } = await deps.settings.read(owner.server);
  const basis = seen ?? revision;
  const altered = acceptDraft(edited(lot, edit, termsNow(deps, settings)));
  if (basis === revision && canonicalJson(altered) === canonicalJson(lot)) {
    throw new NothingToChange(lot.id);
  }
  return changeBook(deps, {
    owner,
    by,
    changes: [{ kind: 'edit', id: lot.id, basis, was: lot, lot: altered }],
  });
}

/** Takes out a lot that was entered by mistake. @throws UnknownLot, LotChangedMeanwhile */
export async function removeLot(
  deps: BookDeps,
  owner: BookOwner,
  by: string,
  { id: typed, basis }: LotTarget,
): Promise<BookAnswer> {
  const { lot, revision } = await find(deps, owner, typed);
  return changeBook(deps, {
    owner,
    by,
    changes: [{ kind: 'remove', id: lot.id, basis: basis ?? revision, was: lot }],
  });
}

/** Takes out a lot, or some contracts of it, that was traded away. @throws InvalidLots, UnknownLot, LotChangedMeanwhile */
export async function closeLot(
  deps: BookDeps,
  owner: BookOwner,
  by: string,
  { id: typed, basis, ...closing }: LotTarget & LotClosing,
): Promise<BookAnswer> {
  const { lot, revision } = await find(deps, owner, typed);
  const { settings } = await deps.settings.read(owner.server);
  const terms = termsNow(deps, settings);
  const on = closing.on?.trim() ?? lastTradingDay(terms);
  const faults = checkClosing(closing, on, lot, terms);
  if (faults.length > 0) {
    throw refuseDraft(faults);
  }
  const { quantity, price } = closing;
  return changeBook(deps, {
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
async function find(deps: BookDeps, owner: BookOwner, typed: LotTarget['id']): Promise<BookedLot> {
  await rollOff(deps, owner, deps.marketClock.now());
  const id = typed.trim().toUpperCase();
  const { open } = await deps.ledger.openLots(owner);
  const booked = open.find(({ lot }) => lot.id === id);
  if (!booked) {
    const ended = await deps.ledger.endedLots(owner);
    throw new UnknownLot(id, ended.find(({ lot }) => lot.id === id)?.end?.how);
  }
  return booked;
}
