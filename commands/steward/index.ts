import type { CommandGroup } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { help } from './help.ts';

export const steward: CommandGroup = {
  name: 'steward',
  description: en.commands.steward.description,
  commands: [help],
};
