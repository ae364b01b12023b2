import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { timeShiftView } from '#discord/views/hedge/time-shift-view.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { completeLot, LONGEST_LOT, readLotTarget } from '#commands/book/lot-target.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';

export const timeShift = defineCommand({
  name: 'time-shift',
  description: en.hedge.commands.timeShift,
  definition: [
    {
      name: 'lot',
      description: en.hedge.commands.condorLot,
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST_LOT,
    },
    LOT_OPTIONS.personal,
  ],
  options: z.object({ lot: z.string().max(LONGEST_LOT), personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ lot, personal }, context) {
    const { id, isOwn } = readLotTarget(lot);
    const owner = ownerOf(context, personal === true || isOwn);
    const report = await context.services.timeShift(owner, id, context.signal);
    return bookReply(context, owner, timeShiftView(report));
  },

  async complete({ typed }, context) {
    const lots = await completeLot(typed, context);
    return lots.filter(({ value }) => /^(own )?C/i.test(value));
  },
});
