import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { exportedFile, exportedView } from '#discord/views/settings/threshold-export.ts';

export const exported = defineCommand({
  name: 'export',
  description: en.history.commands.exported.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'caller',

  async run(_, { server, services }) {
    const document = await services.exportThresholds(server);
    return { view: exportedView(), files: [exportedFile(document)] };
  },
});
