import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { bookReply, changedOwner, isOwnBook } from './book-question.ts';
import { LOT } from './lot-options.ts';
import { completeLot, readLotTarget } from './lot-target.ts';

const texts = en.book.commands;

export const remove = defineCommand({
  name: 'remove',
  description: texts.remove,
  options: z.object({
    lot: LOT.lot(),
    price: LOT.price().exactOptional(),
    quantity: LOT.quantity(texts.closedQuantity).exactOptional(),
    date: LOT.date(texts.closedOn).exactOptional(),
    personal: LOT.personal(),
  }),
  isPrivate: isOwnBook,

  async run({ lot, personal, date, ...closing }, context) {
    const { services, member } = context;
    const { isOwn, ...target } = readLotTarget(lot);
    const owner = changedOwner(context, personal === true || isOwn);
    const isMistake = date === undefined && Object.keys(closing).length === 0;
    const answer = isMistake
      ? await services.removeLot(owner, member.id, target)
      : await services.closeLot(owner, member.id, {
          ...target,
          ...closing,
          ...(date !== undefined && { on: date }),
        });
    return bookReply(context, owner, { view: bookAnswerView(answer) });
  },

  complete({ typed }, context) {
    return completeLot(typed, context);
  },
});
