import type { CommandGroup } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { backtest } from './backtest.ts';
import { episode } from './episode.ts';

export const replay: CommandGroup = {
  name: 'replay',
  description: en.commands.replay.description,
  commands: [episode, backtest],
};
