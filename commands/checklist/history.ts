import { z } from 'zod';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { itemHistoryView, pastChecklistsView } from '#discord/views/checklist/checklist-views.ts';

const { commands: texts, questions } = en.checklist;

export const history = defineCommand({
  name: 'history',
  description: texts.history,
  options: z.object({
    item: option(z.enum(CHECKLIST_ITEMS), {
      description: texts.historyItem,
      labels: questions,
    }).exactOptional(),
  }),
  audience: 'caller',

  async run({ item }, { server, services }) {
    return {
      view:
        item === undefined
          ? pastChecklistsView(await services.pastChecklists(server))
          : itemHistoryView(await services.itemHistory(server, item)),
    };
  },
});
