import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { previewHelp, readWish, shadowView } from '#discord/views/settings/shadow-view.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';

const LONGEST = { key: 50, value: 200 };
const words = en.history.commands.preview;
const type = ApplicationCommandOptionType.String;

export const preview = defineCommand({
  name: 'preview',
  description: words.description,
  definition: [
    { name: 'key', description: words.key, type, autocomplete: true, max_length: LONGEST.key },
    { name: 'value', description: words.value, type, max_length: LONGEST.value },
    { name: 'preset', description: words.preset, type, autocomplete: true, max_length: LONGEST.key },
  ],
  options: z.object({
    key: z.string().max(LONGEST.key).optional(),
    value: z.string().max(LONGEST.value).optional(),
    preset: z.string().max(LONGEST.key).optional(),
  }),
  access: 'everyone',
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

  async complete({ option, typed }, { server, services }) {
    const wanted = typed.trim().toLowerCase();
    if (option === 'preset') {
      return services
        .presets()
        .filter(({ name }) => name.includes(wanted))
        .map(({ name }) => ({ name, value: name }));
    }
    const { rules, show } = await services.viewThresholds(server);
    return rules
      .filter(({ key }) => key.toLowerCase().includes(wanted))
      .map(({ key }) => ({ name: `${key} = ${show(key)}`, value: key }));
  },

  components: {
    apply: {
      access: 'manageServer',
      async act({ key }, { server, services, member }) {
        const asked = readWish(key);
        if (!asked) {
          throw new ExpiredCard();
        }
        return { view: editView(await services.applyThresholds(server, { by: member.id, ...asked })) };
      },
    },
  },
});
