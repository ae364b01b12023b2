import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { bookReply, changedOwner, isOwnBook } from './book-question.ts';
import { completeExpiry, LOT } from './lot-options.ts';

const texts = en.book.commands;
const { choices } = en.book;

export const hedge = defineCommand({
  name: 'hedge',
  description: texts.hedge,
  options: z.object({
    instrument: option(z.enum(['VIX', 'VX', 'VXM', 'VXX', 'UVXY']), {
      description: texts.instrument,
      labels: choices.instruments,
    }),
    quantity: LOT.quantity(),
    expiry: LOT.expiry().exactOptional(),
    strike: LOT.strike().exactOptional(),
    right: LOT.right().exactOptional(),
    cost: LOT.cost().exactOptional(),
    layer: LOT.layer().exactOptional(),
    date: LOT.date().exactOptional(),
    personal: LOT.personal(),
  }),
  isPrivate: isOwnBook,

  async run({ personal, date, ...draft }, context) {
    const owner = changedOwner(context, personal);
    const dated = { ...draft, ...(date !== undefined && { openedOn: date }) };
    const answer = await context.services.addHedge(owner, context.member.id, dated);
    return bookReply(context, owner, { view: bookAnswerView(answer) });
  },

  complete({ typed }, context) {
    return completeExpiry(['VIX options', 'VIX futures'], typed, context);
  },
});
