import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { condors } from './condors.ts';
import { history } from './history.ts';
import { show } from './show.ts';
import { whatIf } from './what-if.ts';

export const exposure: CommandGroup = {
  name: 'exposure',
  description: en.commands.exposure.description,
  commands: [show, whatIf, history, condors],
};
