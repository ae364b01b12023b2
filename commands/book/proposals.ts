import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { approvedView, declinedView, proposalsView } from '#discord/views/book/proposal-views.ts';
import { bookReply } from './book-question.ts';

export const proposals = defineQuestion(
  'proposals',
  en.book.commands.proposals,
  async (context) => {
    const { server, services } = context;
    return bookReply(context, { server }, { view: proposalsView(await services.proposals(server)) });
  },
  {
    components: {
      approve: {
        access: 'steward',
        async act({ key }, { server, services, member }) {
          return {
            view: approvedView(key, member.id, await services.approveProposal(server, member.id, key)),
          };
        },
      },

      decline: {
        access: 'steward',
        async act({ key }, { server, services, member }) {
          return { view: declinedView(await services.declineProposal(server, member.id, key)) };
        },
      },
    },
  },
);
