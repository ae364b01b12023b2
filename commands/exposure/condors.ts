import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { condorsView } from '../../src/discord/views/condors.ts';
import { LOT_OPTIONS, LotField } from '../book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '../book/owner.ts';

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
