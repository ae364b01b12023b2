import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { completeLot, LONGEST_LOT, readLotTarget } from './lot-target.ts';
import { bookReply, changedOwner, isOwnBook } from './owner.ts';

const { commands: words } = en.book;

export const remove = defineCommand({
  name: 'remove',
  description: words.remove,
  definition: [
    {
      name: 'lot',
      description: words.lot,
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST_LOT,
    },
    { ...LOT_OPTIONS.cost, name: 'price', description: words.price },
    { ...LOT_OPTIONS.quantity, description: words.closedQuantity },
    { ...LOT_OPTIONS.date, description: words.closedOn },
    LOT_OPTIONS.personal,
  ],
  options: z.object({
    lot: z.string().max(LONGEST_LOT),
    price: LotField.price.exactOptional(),
    quantity: LotField.quantity.exactOptional(),
    date: LotField.date.exactOptional(),
    personal: LotField.personal,
  }),
  access: 'everyone',
  audience: 'channel',
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
    return bookReply(context, owner, bookAnswerView(answer));
  },

  complete({ typed }, context) {
    return completeLot(typed, context);
  },
});
