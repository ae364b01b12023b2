import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { hedgeSizeView } from '#discord/views/hedge/hedge-size-view.ts';

const MOST_CONDORS = 1_000_000;

export const size = defineCommand({
  name: 'size',
  description: en.hedge.commands.size,
  options: z.object({
    condors: option(z.int().min(1).max(MOST_CONDORS), { description: en.hedge.commands.condors }),
  }),

  async run({ condors }, { server, services }) {
    return { view: hedgeSizeView(await services.sizeHedge(server, condors)) };
  },
});
