import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { exported } from './export.ts';
import { history } from './history.ts';
import { imported } from './import.ts';
import { preset } from './preset.ts';
import { preview } from './preview.ts';
import { set } from './set.ts';
import { undo } from './undo.ts';
import { view } from './view.ts';

export const thresholds: CommandGroup = {
  name: 'thresholds',
  description: en.commands.thresholds.description,
  commands: [view, set, preset, preview, undo, history, exported, imported],
};
