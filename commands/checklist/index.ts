import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { show } from './show.ts';

export const checklist: CommandGroup = {
  name: 'checklist',
  description: en.checklist.commands.checklist,
  commands: [show, note, history],
};
