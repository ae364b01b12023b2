import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { whyView } from '#discord/views/signal/why-view.ts';

const LONGEST_ID = 100;

export const why = defineCommand({
  name: 'why',
  description: en.commands.signalWhy.description,
  definition: [
    {
      name: 'id',
      description: en.commands.signalWhy.id,
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST_ID,
    },
  ],
  options: z.object({ id: z.string().max(LONGEST_ID) }),
  access: 'everyone',
  audience: 'channel',

  async run({ id }, { server, services }) {
    return { view: whyView(await services.explainDecision(server, id)) };
  },

  async complete({ typed }, { server, services }) {
    const found = await services.findDecisions(server, typed);
    return found.map(({ id, state, ratio: reading }) => ({
      name: `${id} · ${state} ${ratio(reading.next)}`,
      value: id,
    }));
  },
});
