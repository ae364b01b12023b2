import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { previewHelp, readWish, shadowView } from '#discord/views/settings/shadow-view.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';
import { completeKey, completePreset, keyOption, presetOption, valueOption } from './threshold-options.ts';

const texts = en.settings.commands.preview;

export const preview = defineCommand({
  name: 'preview',
  description: texts.description,
  options: z.object({
    key: keyOption(texts.key).exactOptional(),
    value: valueOption(texts.value).exactOptional(),
    preset: presetOption(texts.preset).exactOptional(),
  }),
  audience: 'caller',

  async run({ key, value, preset }, { server, services, signal }) {
    if (preset !== undefined) {
      const wish = { kind: 'preset', name: preset } as const;
      return { view: shadowView(await services.previewThresholds(server, wish, signal)) };
    }
    if (key === undefined || value === undefined) {
      return { view: previewHelp() };
    }
    const wish = { kind: 'value', key, text: value } as const;
    return { view: shadowView(await services.previewThresholds(server, wish, signal)) };
  },

  complete(typing, context) {
    return typing.option === 'preset' ? completePreset(typing, context) : completeKey(typing, context);
  },

  components: {
    apply: {
      access: 'manageServer',
      async act({ key }, { server, services, member }) {
        const request = readWish(key);
        if (!request) {
          throw new ExpiredCard();
        }
        return { view: editView(await services.applyThresholds(server, { by: member.id, ...request })) };
      },
    },
  },
});
