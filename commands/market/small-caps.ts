import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { marketView } from '#discord/views/market/market-views.ts';

export const smallCaps = defineCommand({
  name: 'small-caps',
  description: en.topics.smallCaps,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    return { view: marketView(await services.readMarket(server, signal), 'small-caps') };
  },
});
