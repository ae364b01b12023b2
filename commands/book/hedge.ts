import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { completeExpiry } from './complete-expiry.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { bookReply, changedOwner, isOwnBook } from './owner.ts';

const { instruments } = en.book.choices;
const INSTRUMENTS = ['VIX', 'VX', 'VXM', 'VXX', 'UVXY'] as const;

export const hedge = defineCommand({
  name: 'hedge',
  description: en.book.commands.hedge,
  definition: [
    {
      name: 'instrument',
      description: en.book.commands.instrument,
      type: ApplicationCommandOptionType.String,
      required: true,
      choices: INSTRUMENTS.map((value) => ({ name: instruments[value], value })),
    },
    { ...LOT_OPTIONS.quantity, required: true },
    LOT_OPTIONS.expiry,
    LOT_OPTIONS.strike,
    LOT_OPTIONS.right,
    LOT_OPTIONS.cost,
    LOT_OPTIONS.layer,
    LOT_OPTIONS.date,
    LOT_OPTIONS.personal,
  ],
  options: z.object({
    instrument: z.enum(INSTRUMENTS),
    quantity: LotField.quantity,
    expiry: LotField.expiry.exactOptional(),
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

  async run({ personal, date, ...draft }, context) {
    const owner = changedOwner(context, personal);
    const dated = { ...draft, ...(date !== undefined && { openedOn: date }) };
    const answer = await context.services.addHedge(owner, context.member.id, dated);
    return bookReply(context, owner, bookAnswerView(answer));
  },

  complete({ typed }, context) {
    return completeExpiry(['VIX options', 'VIX futures'], typed, context);
  },
});
