import { ExpiredCard } from '#domain/problem.ts';
import { en } from '#discord/texts/en.ts';
import { bookView, readPageKey } from '#discord/views/book/book-views.ts';
import { defineBookQuestion, ownerOf } from './book-question.ts';

export const show = defineBookQuestion(
  'show',
  en.book.commands.show,
  async (owner, { services }) => ({
    view: bookView(await services.readBook(owner)),
  }),
  {
    components: {
      page: {
        access: 'everyone',
        async act({ key }, context) {
          const turned = readPageKey(key);
          if (!turned) {
            throw new ExpiredCard();
          }
          const report = await context.services.readBook(ownerOf(context, turned.isOwn));
          return { view: bookView(report, turned.page) };
        },
      },
    },
  },
);
