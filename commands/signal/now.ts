import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { signalView } from '#discord/views/signal/signal-view.ts';

export const now = defineCommand({
  name: 'now',
  description: en.commands.signalNow.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    return { view: signalView(await services.readSignal(server, signal)) };
  },
});
