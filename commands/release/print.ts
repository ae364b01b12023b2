import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { enteredPrintView } from '#discord/views/releases/release-entry-views.ts';
import { completeRelease, FIGURES, releaseOption, typedFigures } from './figure-options.ts';

const texts = en.releases.commands;

export const print = defineCommand({
  name: 'print',
  description: texts.print,
  options: z.object({
    release: releaseOption(texts.due),
    month: option(z.string().length('YYYY-MM'.length), { description: texts.month }),
    ...FIGURES,
  }),
  access: 'steward',

  async run({ release, month, ...figures }, { server, services, member, signal }) {
    const entry = { release, by: member.id, referenceMonth: month, figures: typedFigures(figures) };
    return { view: enteredPrintView(await services.enterPrint(server, entry, signal)) };
  },

  complete: ({ typed }, context) => completeRelease('due', typed, context),
});
