import type { CommandGroup } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { set } from './set.ts';
import { view } from './view.ts';

export const thresholds: CommandGroup = {
  name: 'thresholds',
  description: en.commands.thresholds.description,
  commands: [view, set],
};
