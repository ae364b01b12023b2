import { history } from './history.ts';
import { imported } from './import.ts';
import { preset } from './preset.ts';
import { preview } from './preview.ts';
import { set } from './set.ts';
import { undo } from './undo.ts';
import { view } from './view.ts';
import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { exportedFile, exportedView } from '#discord/views/settings/threshold-edit-views.ts';

const exported = defineQuestion(
  'export',
  en.settings.commands.exported.description,
  async ({ server, services }) => {
    const document = await services.exportThresholds(server);
    return { view: exportedView(), files: [exportedFile(document)] };
  },
  { audience: 'caller' },
);

export const thresholds: CommandGroup = {
  name: 'thresholds',
  description: en.settings.commands.thresholds,
  commands: [view, set, preset, preview, undo, history, exported, imported],
};
