import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { hedgeSizeView } from '#discord/views/hedge/hedge-size-view.ts';

const MOST = 1_000_000;

export const size = defineCommand({
  name: 'size',
  description: en.hedge.commands.size,
  definition: [
    {
      name: 'condors',
      description: en.hedge.commands.condors,
      type: ApplicationCommandOptionType.Integer,
      required: true,
      min_value: 1,
      max_value: MOST,
    },
  ],
  options: z.object({ condors: z.int().min(1).max(MOST) }),
  access: 'everyone',
  audience: 'channel',

  async run({ condors }, { server, services }) {
    return { view: hedgeSizeView(await services.sizeHedge(server, condors)) };
  },
});
