import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { historyView } from '../../src/discord/views/history.ts';

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
