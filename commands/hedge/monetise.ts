import { defineBookQuestion } from '#commands/book/book-question.ts';
import { en } from '#discord/texts/en.ts';
import { monetiseView } from '#discord/views/hedge/monetise-view.ts';

export const monetise = defineBookQuestion(
  'monetise',
  en.hedge.commands.monetise,
  async (owner, { services, signal }) => ({ view: monetiseView(await services.showMonetise(owner, signal)) }),
  {
    components: {
      profits: {
        access: 'everyone',
        async act(_, { server, services, signal }) {
          return { view: monetiseView(await services.showMonetise({ server }, signal)), audience: 'caller' };
        },
      },
    },
  },
);
