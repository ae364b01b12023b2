import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { hedgeCostView } from '../../src/discord/views/hedge-cost.ts';
import { LOT_OPTIONS, LotField } from '../book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '../book/owner.ts';

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
