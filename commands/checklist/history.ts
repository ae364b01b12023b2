import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { pastChecklistsView } from '#discord/views/checklist/checklist-views.ts';

export const history = defineCommand({
  name: 'history',
  description: en.checklist.describeHistory,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'caller',

  async run(_, { server, services }) {
    return { view: pastChecklistsView(await services.pastChecklists(server)) };
  },
});
