import { z } from 'zod';
import { UnknownLot } from '#domain/book/book-problem.ts';
import type { BookedLot, BookOwner } from '#domain/book/book-record.ts';
import type { LotClosing, LotTarget } from '#domain/book/lot-draft.ts';
import type { Session } from '#domain/market/session.ts';
import type { CommandContext, Reply } from '#discord/command/command.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { CLOSING, closingForm, removalView } from '#discord/views/book/removal-views.ts';
import { bookReply, changedOwner, isOwnBook } from './book-question.ts';
import { LOT } from './lot-options.ts';
import { completeLot, readLotTarget, writeLotTarget } from './lot-target.ts';

const texts = en.book.commands;
const { removals } = en.book.choices;

export const remove = defineCommand({
  name: 'remove',
  description: texts.remove,
  options: z.object({
    lot: LOT.lot(),
    as: option(z.enum(['mistake', 'close']), {
      description: texts.removedAs,
      labels: removals,
    }).exactOptional(),
    price: LOT.price().exactOptional(),
    quantity: LOT.quantity(texts.closedQuantity).exactOptional(),
    date: LOT.date(texts.closedOn).exactOptional(),
    personal: LOT.personal(),
  }),
  isPrivate: isOwnBook,

  async run({ lot, as, personal, date, ...closing }, context) {
    const { isOwn, ...target } = readLotTarget(lot);
    const removal = { owner: changedOwner(context, personal === true || isOwn), target };
    if (as === 'mistake') {
      return removeMistake(removal, context);
    }
    const isToldHow = as === 'close' || date !== undefined || Object.keys(closing).length > 0;
    return isToldHow
      ? close(removal, { ...closing, ...(date !== undefined && { on: date }) }, context)
      : ask(removal, context);
  },

  complete({ typed }, context) {
    return completeLot(typed, context);
  },

  components: {
    mistake: {
      access: 'everyone',
      async act({ key }, context) {
        return removeMistake(removalOf(key, context), context);
      },
    },
    close: {
      access: 'everyone',
      async open({ key }, context) {
        const { booked } = await find(removalOf(key, context), context);
        return closingForm(booked.lot, key);
      },
    },
  },

  modals: {
    close: {
      access: 'everyone',
      async act({ key, fields }, context) {
        return close(removalOf(key, context), closingOf(fields), context);
      },
    },
  },
});

type Removal = { readonly owner: BookOwner; readonly target: LotTarget };

/** What a button names, for somebody who may change that book. @throws NotAllowed */
function removalOf(key: string, context: CommandContext): Removal {
  const { isOwn, ...target } = readLotTarget(key);
  return { owner: changedOwner(context, isOwn), target };
}

async function removeMistake({ owner, target }: Removal, context: CommandContext): Promise<Reply> {
  const answer = await context.services.removeLot(owner, context.member.id, target);
  return bookReply(context, owner, { view: bookAnswerView(answer) });
}

async function close(
  { owner, target }: Removal,
  closing: LotClosing,
  context: CommandContext,
): Promise<Reply> {
  const answer = await context.services.closeLot(owner, context.member.id, { ...target, ...closing });
  return bookReply(context, owner, { view: bookAnswerView(answer) });
}

async function ask(removal: Removal, context: CommandContext): Promise<Reply> {
  const { booked, today } = await find(removal, context);
  const key = writeLotTarget(booked, removal.owner);
  return bookReply(context, removal.owner, { view: removalView(booked.lot, { key, today }) });
}

/** @throws UnknownLot */
async function find(
  { owner, target: { id } }: Removal,
  { services }: CommandContext,
): Promise<{ readonly booked: BookedLot; readonly today: Session }> {
  const { lots, today } = await services.readBook(owner);
  const booked = lots.find(({ lot }) => lot.id === id);
  if (!booked) {
    throw new UnknownLot(id);
  }
  return { booked, today };
}

/** What is left empty is not known, or as usual; a number that is none is for the service to refuse. */
function closingOf(fields: Readonly<Record<string, string>>): LotClosing {
  const numberIn = (name: string): number | undefined => {
    const typed = fields[name]?.trim() ?? '';
    return typed === '' ? undefined : Number(typed.replace(',', '.'));
  };
  const price = numberIn(CLOSING.price);
  const quantity = numberIn(CLOSING.quantity);
  const on = fields[CLOSING.date]?.trim() ?? '';
  return {
    ...(price !== undefined && { price }),
    ...(quantity !== undefined && { quantity }),
    ...(on !== '' && { on }),
  };
}
