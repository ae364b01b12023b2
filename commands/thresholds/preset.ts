import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';

const LONGEST = 50;

export const preset = defineCommand({
  name: 'preset',
  description: en.history.commands.preset.description,
  definition: [
    {
      name: 'name',
      description: en.history.commands.preset.name,
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST,
    },
  ],
  options: z.object({ name: z.string().max(LONGEST) }),
  access: 'manageServer',
  audience: 'caller',

  async run({ name }, { server, services, member }) {
    const wish = { kind: 'preset', name } as const;
    return { view: editView(await services.applyThresholds(server, { by: member.id, wish })) };
  },

  complete({ typed }, { services }) {
    const wanted = typed.trim().toLowerCase();
    return services
      .presets()
      .filter(({ name }) => name.includes(wanted))
      .map(({ name, meaning }) => ({ name: `${name} · ${meaning}`.slice(0, 100), value: name }));
  },
});
