import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { ratioSetView } from '#discord/views/hedge/ratio-set-view.ts';
import { Ratio, RATIO_OPTION } from './ratio-option.ts';

const LONGEST_REASON = 300;

export const setRatio = defineCommand({
  name: 'set-ratio',
  description: en.hedge.commands.setRatio,
  definition: [
    { name: 'ratio', description: en.hedge.commands.ratio, required: true, ...RATIO_OPTION },
    {
      name: 'why',
      description: en.hedge.commands.why,
      type: ApplicationCommandOptionType.String,
      required: true,
      min_length: 1,
      max_length: LONGEST_REASON,
    },
  ],
  options: z.object({ ratio: Ratio, why: z.string().max(LONGEST_REASON) }),
  access: 'steward',
  audience: 'channel',

  async run(wish, { server, services, member }) {
    return { view: ratioSetView(await services.setRatio(server, member.id, wish)) };
  },
});
