import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';

export const undo = defineCommand({
  name: 'undo',
  description: en.history.commands.undo.description,
  definition: [],
  options: z.object({}),
  access: 'manageServer',
  audience: 'caller',

  async run(_, { server, services, member }) {
    return { view: editView(await services.undoThresholds(server, { by: member.id })) };
  },

  components: {
    undo: {
      access: 'manageServer',
      async act({ key }, { server, services, member }) {
        const edit = { by: member.id, basedOn: Number(key) };
        return { view: editView(await services.undoThresholds(server, edit)) };
      },
    },
  },
});
