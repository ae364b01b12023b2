import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { checklistView } from '#discord/views/checklist/checklist-views.ts';

const LONGEST = 300;

export const note = defineCommand({
  name: 'note',
  description: en.checklist.describeNote,
  definition: [
    {
      name: 'item',
      description: en.checklist.describeItem,
      type: ApplicationCommandOptionType.String,
      required: true,
      choices: CHECKLIST_ITEMS.map((item) => ({ name: en.checklist.questions[item], value: item })),
    },
    {
      name: 'text',
      description: en.checklist.describeText,
      type: ApplicationCommandOptionType.String,
      required: true,
      max_length: LONGEST,
    },
  ],
  options: z.object({ item: z.enum(CHECKLIST_ITEMS), text: z.string().trim().min(1).max(LONGEST) }),
  access: 'steward',
  audience: 'channel',

  async run({ item, text }, { server, services, member, now }) {
    const account = await services.note(server, { item, text, by: member.id, at: now });
    return { view: checklistView(account) };
  },
});
