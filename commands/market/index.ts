import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { breadth } from './breadth.ts';
import { chart } from './chart.ts';
import { context } from './context.ts';
import { gate } from './gate.ts';
import { marks } from './marks.ts';
import { set } from './set.ts';
import { smallCaps } from './small-caps.ts';
import { timeShift } from './time-shift.ts';
import { term } from './term.ts';

export const market: CommandGroup = {
  name: 'market',
  description: en.topics.description,
  commands: [smallCaps, breadth, term, gate, timeShift, context, chart, set, marks],
};
