import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { approvedView, declinedView, proposalsView } from '#discord/views/book/proposal-views.ts';
import { bookReply } from './owner.ts';

export const proposals = defineCommand({
  name: 'proposals',
  description: en.book.commands.proposals,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, context) {
    const { server, services } = context;
    return bookReply(context, { server }, proposalsView(await services.proposals(server)));
  },

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
});
