import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { historyView } from '#discord/views/signal/signal-history-view.ts';

export const history = defineCommand({
  name: 'history',
  description: en.calibration.describe,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    return { view: historyView(await services.signalHistory(server, signal)) };
  },
});
