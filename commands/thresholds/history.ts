import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { changesView } from '#discord/views/settings/threshold-edit-views.ts';

const texts = en.settings.commands.changes;
const PAGES = 10;

export const history = defineCommand({
  name: 'history',
  description: texts.description,
  options: z.object({
    page: option(z.int().min(1).max(PAGES), { description: texts.page }).default(1),
  }),
  audience: 'caller',

  async run({ page }, { server, services }) {
    return { view: changesView((await services.viewThresholds(server)).serverSettings, page) };
  },
});
