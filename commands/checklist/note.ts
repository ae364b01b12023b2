import { z } from 'zod';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { checklistView } from '#discord/views/checklist/checklist-views.ts';

const { checklist: texts } = en;
const LONGEST = 300;

export const note = defineCommand({
  name: 'note',
  description: texts.describeNote,
  options: z.object({
    item: option(z.enum(CHECKLIST_ITEMS), { description: texts.describeItem, labels: texts.questions }),
    text: option(z.string().trim().min(1).max(LONGEST), { description: texts.describeText }),
  }),
  access: 'steward',

  async run({ item, text }, { server, services, member, now }) {
    const report = await services.note(server, { item, text, by: member.id, at: now });
    return { view: checklistView(report) };
  },
});
