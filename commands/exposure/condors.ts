import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { condorsView } from '#discord/views/hedge/condors-view.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';

export const condors = defineCommand({
  name: 'condors',
  description: en.hedge.commands.condorView,
  definition: [LOT_OPTIONS.personal],
  options: z.object({ personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ personal }, context) {
    const owner = ownerOf(context, personal);
    return bookReply(context, owner, condorsView(await context.services.condors(owner, context.signal)));
  },
});
