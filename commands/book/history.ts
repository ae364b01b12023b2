import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookHistoryView } from '#discord/views/book/book-views.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from './owner.ts';

export const history = defineCommand({
  name: 'history',
  description: en.book.commands.history,
  definition: [LOT_OPTIONS.personal],
  options: z.object({ personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ personal }, context) {
    const owner = ownerOf(context, personal);
    return bookReply(context, owner, bookHistoryView(await context.services.bookHistory(owner)));
  },
});
