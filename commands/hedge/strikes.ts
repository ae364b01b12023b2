import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { hedgeStrikesView } from '#discord/views/hedge/hedge-strikes-view.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';

export const strikes = defineCommand({
  name: 'strikes',
  description: en.hedge.commands.strikes,
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
      hedgeStrikesView(await context.services.hedgeStrikes(owner, context.signal)),
    );
  },
});
