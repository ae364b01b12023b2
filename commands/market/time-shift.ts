import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { timeShiftView } from '#discord/views/hedge/time-shift-view.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/book-question.ts';
import { LOT } from '#commands/book/lot-options.ts';
import { completeLot, readLotTarget } from '#commands/book/lot-target.ts';

export const timeShift = defineCommand({
  name: 'time-shift',
  description: en.hedge.commands.timeShift,
  options: z.object({ lot: LOT.lot(en.hedge.commands.condorLot), personal: LOT.personal() }),
  isPrivate: isOwnBook,

  async run({ lot, personal }, context) {
    const { id, isOwn } = readLotTarget(lot);
    const owner = ownerOf(context, personal === true || isOwn);
    const report = await context.services.timeShift(owner, id, context.signal);
    return bookReply(context, owner, { view: timeShiftView(report) });
  },

  async complete({ typed }, context) {
    const lots = await completeLot(typed, context);
    return lots.filter(({ value }) => /^(own )?C/i.test(value));
  },
});
