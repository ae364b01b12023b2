import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { calendar } from './calendar.ts';
import { consensus } from './consensus.ts';
import { last } from './last.ts';
import { next } from './next.ts';
import { print } from './print.ts';

export const release: CommandGroup = {
  name: 'release',
  description: en.commands.release.description,
  commands: [next, last, calendar, consensus, print],
};
