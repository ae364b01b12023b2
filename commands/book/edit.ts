import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { bookReply, changedOwner, isOwnBook } from './book-question.ts';
import { completeExpiry, LOT } from './lot-options.ts';
import { completeLot, readLotTarget } from './lot-target.ts';

export const edit = defineCommand({
  name: 'edit',
  description: en.book.commands.edit,
  options: z.object({
    lot: LOT.lot(),
    quantity: LOT.quantity().exactOptional(),
    expiry: LOT.expiry().exactOptional(),
    strikes: LOT.strikes().exactOptional(),
    credit: LOT.credit().exactOptional(),
    settlement: LOT.settlement().exactOptional(),
    strike: LOT.strike().exactOptional(),
    right: LOT.right().exactOptional(),
    cost: LOT.cost().exactOptional(),
    layer: LOT.layer().exactOptional(),
    date: LOT.date().exactOptional(),
    personal: LOT.personal(),
  }),
  isPrivate: isOwnBook,

  async run({ lot, personal, date, ...changes }, context) {
    const { isOwn, ...target } = readLotTarget(lot);
    const owner = changedOwner(context, personal === true || isOwn);
    const dated = { ...target, ...changes, ...(date !== undefined && { openedOn: date }) };
    const answer = await context.services.editLot(owner, context.member.id, dated);
    return bookReply(context, owner, { view: bookAnswerView(answer) });
  },

  complete({ option, typed }, context) {
    return option === 'lot'
      ? completeLot(typed, context)
      : completeExpiry(['VIX options', 'SPX AM options', 'SPX PM options'], typed, context);
  },
});
