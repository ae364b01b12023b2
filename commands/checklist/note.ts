import { z } from 'zod';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { checklistView } from '#discord/views/checklist/checklist-views.ts';

const { commands: texts, questions } = en.checklist;
const LONGEST = 300;

export const note = defineCommand({
  name: 'note',
  description: texts.note,
  options: z.object({
    item: option(z.enum(CHECKLIST_ITEMS), { description: texts.item, labels: questions }),
    text: option(z.string().trim().min(1).max(LONGEST), { description: texts.text }),
  }),
  access: 'steward',
  audience: 'caller',

  async run({ item, text }, { server, services, member, now }) {
    const report = await services.note(server, { item, text, by: member.id, at: now });
    return { view: checklistView(report, true) };
  },
});
