import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { contextView } from '#discord/views/market/context-view.ts';

export const context = defineCommand({
  name: 'context',
  description: en.context.describe,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    return { view: contextView(await services.readMarket(server, signal)) };
  },
});
