import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { pastChecklistsView } from '#discord/views/checklist/checklist-views.ts';
import { note } from './note.ts';
import { show } from './show.ts';

const history = defineQuestion(
  'history',
  en.checklist.commands.history,
  async ({ server, services }) => pastChecklistsView(await services.pastChecklists(server)),
  { audience: 'caller' },
);

export const checklist: CommandGroup = {
  name: 'checklist',
  description: en.checklist.commands.checklist,
  commands: [show, note, history],
};
