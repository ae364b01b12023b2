import type { CommandGroup } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { last } from './last.ts';
import { next } from './next.ts';

export const release: CommandGroup = {
  name: 'release',
  description: en.commands.release.description,
  commands: [next, last],
};
