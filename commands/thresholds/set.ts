import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { changedView } from '#discord/views/settings/threshold-views.ts';
import { changeOrAsk, MEANING } from './change-or-ask.ts';

const LONGEST = { key: 50, value: 200 };

export const set = defineCommand({
  name: 'set',
  description: en.commands.thresholdsSet.description,
  definition: [
    {
      name: 'key',
      description: en.commands.thresholdsSet.key,
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST.key,
    },
    {
      name: 'value',
      description: en.commands.thresholdsSet.value,
      type: ApplicationCommandOptionType.String,
      required: true,
      max_length: LONGEST.value,
    },
  ],
  options: z.object({ key: z.string().max(LONGEST.key), value: z.string().max(LONGEST.value) }),
  access: 'manageServer',
  audience: 'caller',

  async run({ key, value }, context) {
    return changeOrAsk({ key, text: value }, context);
  },

  async complete({ typed }, { server, services }) {
    const { rules, show } = await services.viewThresholds(server);
    const wanted = typed.trim().toLowerCase();
    return rules
      .filter(({ key }) => key.toLowerCase().includes(wanted))
      .map(({ key }) => ({ name: `${key} = ${show(key)}`, value: key }));
  },

  components: {
    meaning: {
      access: 'manageServer',
      async act({ key: to }, { server, services, member }) {
        const edit = { by: member.id, key: MEANING, text: to };
        return { view: changedView(await services.changeThreshold(server, edit)) };
      },
    },
  },
});
