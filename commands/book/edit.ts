import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { completeExpiry } from './complete-expiry.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { completeLot, LONGEST_LOT, readLotTarget } from './lot-target.ts';
import { bookReply, changedOwner, isOwnBook } from './owner.ts';

export const edit = defineCommand({
  name: 'edit',
  description: en.book.commands.edit,
  definition: [
    {
      name: 'lot',
      description: en.book.commands.lot,
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST_LOT,
    },
    LOT_OPTIONS.quantity,
    LOT_OPTIONS.expiry,
    LOT_OPTIONS.strikes,
    LOT_OPTIONS.credit,
    LOT_OPTIONS.settlement,
    LOT_OPTIONS.strike,
    LOT_OPTIONS.right,
    LOT_OPTIONS.cost,
    LOT_OPTIONS.layer,
    LOT_OPTIONS.date,
    LOT_OPTIONS.personal,
  ],
  options: z.object({
    lot: z.string().max(LONGEST_LOT),
    quantity: LotField.quantity.exactOptional(),
    expiry: LotField.expiry.exactOptional(),
    strikes: LotField.strikes.exactOptional(),
    credit: LotField.price.exactOptional(),
    settlement: LotField.settlement.exactOptional(),
    strike: LotField.strike.exactOptional(),
    right: LotField.right.exactOptional(),
    cost: LotField.price.exactOptional(),
    layer: LotField.layer.exactOptional(),
    date: LotField.date.exactOptional(),
    personal: LotField.personal,
  }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ lot, personal, date, ...changes }, context) {
    const { isOwn, ...target } = readLotTarget(lot);
    const owner = changedOwner(context, personal === true || isOwn);
    const dated = { ...target, ...changes, ...(date !== undefined && { openedOn: date }) };
    const answer = await context.services.editLot(owner, context.member.id, dated);
    return bookReply(context, owner, bookAnswerView(answer));
  },

  complete({ option, typed }, context) {
    return option === 'lot'
      ? completeLot(typed, context)
      : completeExpiry(['VIX options', 'SPX AM options', 'SPX PM options'], typed, context);
  },
});
