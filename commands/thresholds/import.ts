import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';

const texts = en.settings.commands.imported;

/** Discord's longest option. */
const LONGEST = 6_000;

export const imported = defineCommand({
  name: 'import',
  description: texts.description,
  options: z.object({ json: option(z.string().max(LONGEST), { description: texts.json }) }),
  access: 'manageServer',
  audience: 'caller',

  async run({ json }, { server, services, member }) {
    return { view: editView(await services.importThresholds(server, { by: member.id, text: json })) };
  },
});
