import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';
import { completeExplainedPreset, presetOption } from './threshold-options.ts';

const texts = en.settings.commands.preset;

export const preset = defineCommand({
  name: 'preset',
  description: texts.description,
  options: z.object({ name: presetOption(texts.name) }),
  access: 'manageServer',
  audience: 'caller',

  async run({ name }, { server, services, member }) {
    const wish = { kind: 'preset', name } as const;
    return { view: editView(await services.applyThresholds(server, { by: member.id, wish })) };
  },

  complete: completeExplainedPreset,
});
