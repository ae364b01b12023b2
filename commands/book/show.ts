import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookView, readPageKey } from '#discord/views/book/book-views.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from './owner.ts';

export const show = defineCommand({
  name: 'show',
  description: en.book.commands.show,
  definition: [LOT_OPTIONS.personal],
  options: z.object({ personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ personal }, context) {
    const owner = ownerOf(context, personal);
    return bookReply(context, owner, bookView(await context.services.readBook(owner)));
  },

  components: {
    page: {
      access: 'everyone',
      async act({ key }, context) {
        const turned = readPageKey(key);
        if (!turned) {
          throw new ExpiredCard();
        }
        const account = await context.services.readBook(ownerOf(context, turned.isOwn));
        return { view: bookView(account, turned.page) };
      },
    },
  },
});
