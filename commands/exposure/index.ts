import type { CommandGroup } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { show } from './show.ts';

export const exposure: CommandGroup = {
  name: 'exposure',
  description: en.commands.exposure.description,
  commands: [show],
};
