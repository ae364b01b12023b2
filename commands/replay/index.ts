import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { backtest } from './backtest.ts';
import { episode } from './episode.ts';

export const replay: CommandGroup = {
  name: 'replay',
  description: en.history.commands.replay,
  commands: [episode, backtest],
};
