import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { hedgeCostView } from '#discord/views/hedge/hedge-cost-view.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';

export const cost = defineCommand({
  name: 'cost',
  description: en.hedge.commands.cost,
  definition: [LOT_OPTIONS.personal],
  options: z.object({ personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ personal }, context) {
    const owner = ownerOf(context, personal);
    return bookReply(
      context,
      owner,
      hedgeCostView(await context.services.hedgeCostOf(owner, context.signal)),
    );
  },
});
