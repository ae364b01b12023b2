import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { statusView } from '#discord/views/health/status-view.ts';

export const status = defineCommand({
  name: 'status',
  description: en.commands.stewardStatus.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'caller',

  async run(_, { server, services }) {
    return { view: statusView(await services.readStatus(server)) };
  },
});
