import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { termView } from '#discord/views/market/market-views.ts';
import { withPicture } from '#commands/exposure/with-picture.ts';

const NAME = 'term.png';

export const term = defineCommand({
  name: 'term',
  description: en.topics.term,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    const account = await services.readTerm(server, signal);
    return withPicture({ view: termView(account, NAME) }, account.picture, NAME);
  },
});
