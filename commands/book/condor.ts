import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { completeExpiry } from './complete-expiry.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { bookReply, changedOwner, isOwnBook } from './owner.ts';

export const condor = defineCommand({
  name: 'condor',
  description: en.book.commands.condor,
  definition: [
    { ...LOT_OPTIONS.strikes, required: true },
    { ...LOT_OPTIONS.expiry, required: true },
    { ...LOT_OPTIONS.quantity, required: true },
    LOT_OPTIONS.credit,
    LOT_OPTIONS.settlement,
    LOT_OPTIONS.date,
    LOT_OPTIONS.personal,
  ],
  options: z.object({
    strikes: LotField.strikes,
    expiry: LotField.expiry,
    quantity: LotField.quantity,
    credit: LotField.price.exactOptional(),
    settlement: LotField.settlement.exactOptional(),
    date: LotField.date.exactOptional(),
    personal: LotField.personal,
  }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ personal, date, ...draft }, context) {
    const owner = changedOwner(context, personal);
    const dated = { ...draft, ...(date !== undefined && { openedOn: date }) };
    const answer = await context.services.addCondor(owner, context.member.id, dated);
    return bookReply(context, owner, bookAnswerView(answer));
  },

  complete({ typed }, context) {
    return completeExpiry(['SPX AM options', 'SPX PM options'], typed, context);
  },
});
