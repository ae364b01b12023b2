import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { helpView } from '#discord/views/health/help-view.ts';

export const help = defineCommand({
  name: 'help',
  description: en.commands.stewardHelp.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'caller',

  async run(_, { commands }) {
    return { view: helpView(commands) };
  },
});
