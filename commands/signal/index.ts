import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { explain } from './explain.ts';
import { history } from './history.ts';
import { now } from './now.ts';
import { why } from './why.ts';

export const signal: CommandGroup = {
  name: 'signal',
  description: en.commands.signal.description,
  commands: [now, explain, why, history],
};
