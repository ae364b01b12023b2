import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { exportedFile, exportedView } from '../../src/discord/views/exported.ts';

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
