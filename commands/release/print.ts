import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { enteredPrintView } from '#discord/views/releases/release-entry-views.ts';
import {
  completeRelease,
  FIGURE_OPTIONS,
  Figures,
  ReleaseName,
  releaseOption,
  typedFigures,
} from './figure-options.ts';

const MONTH_LENGTH = 'YYYY-MM'.length;

export const print = defineCommand({
  name: 'print',
  description: en.releases.commands.print,
  definition: [
    releaseOption(en.releases.commands.due),
    {
      name: 'month',
      description: en.releases.commands.month,
      type: ApplicationCommandOptionType.String,
      required: true,
      min_length: MONTH_LENGTH,
      max_length: MONTH_LENGTH,
    },
    ...FIGURE_OPTIONS,
  ],
  options: z.object({ release: ReleaseName, month: z.string().length(MONTH_LENGTH), ...Figures }),
  access: 'steward',
  audience: 'channel',

  async run({ release, month, ...typed }, { server, services, member, signal }) {
    const entry = { release, by: member.id, referenceMonth: month, figures: typedFigures(typed) };
    return { view: enteredPrintView(await services.enterPrint(server, entry, signal)) };
  },

  complete: ({ typed }, context) => completeRelease('due', typed, context),
});
