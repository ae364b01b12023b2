import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { bookReply, changedOwner, isOwnBook } from './book-question.ts';
import { completeExpiry, LOT } from './lot-options.ts';

export const condor = defineCommand({
  name: 'condor',
  description: en.book.commands.condor,
  options: z.object({
    strikes: LOT.strikes(),
    expiry: LOT.expiry(),
    quantity: LOT.quantity(),
    credit: LOT.credit().exactOptional(),
    settlement: LOT.settlement().exactOptional(),
    date: LOT.date().exactOptional(),
    personal: LOT.personal(),
  }),
  isPrivate: isOwnBook,

  async run({ personal, date, ...draft }, context) {
    const owner = changedOwner(context, personal);
    const dated = { ...draft, ...(date !== undefined && { openedOn: date }) };
    const answer = await context.services.addCondor(owner, context.member.id, dated);
    return bookReply(context, owner, { view: bookAnswerView(answer) });
  },

  complete({ typed }, context) {
    return completeExpiry(['SPX AM options', 'SPX PM options'], typed, context);
  },
});
