import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { cost } from './cost.ts';
import { plan } from './plan.ts';
import { setRatio } from './set-ratio.ts';
import { size } from './size.ts';
import { strikes } from './strikes.ts';

export const hedge: CommandGroup = {
  name: 'hedge',
  description: en.hedge.commands.description,
  commands: [plan, size, strikes, cost, setRatio],
};
