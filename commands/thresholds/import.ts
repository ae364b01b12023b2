import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';

/** Discord's longest option. */
const LONGEST = 6_000;

export const imported = defineCommand({
  name: 'import',
  description: en.history.commands.imported.description,
  definition: [
    {
      name: 'json',
      description: en.history.commands.imported.json,
      type: ApplicationCommandOptionType.String,
      required: true,
      max_length: LONGEST,
    },
  ],
  options: z.object({ json: z.string().max(LONGEST) }),
  access: 'manageServer',
  audience: 'caller',

  async run({ json }, { server, services, member }) {
    return { view: editView(await services.importThresholds(server, { by: member.id, text: json })) };
  },
});
