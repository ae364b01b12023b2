import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { changesView } from '#discord/views/settings/threshold-edit-views.ts';

const PAGES = 10;

export const history = defineCommand({
  name: 'history',
  description: en.history.commands.changes.description,
  definition: [
    {
      name: 'page',
      description: en.history.commands.changes.page,
      type: ApplicationCommandOptionType.Integer,
      min_value: 1,
      max_value: PAGES,
    },
  ],
  options: z.object({ page: z.int().min(1).max(PAGES).default(1) }),
  access: 'everyone',
  audience: 'caller',

  async run({ page }, { server, services }) {
    return { view: changesView((await services.viewThresholds(server)).serverSettings, page) };
  },
});
