import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { editView } from '#discord/views/settings/threshold-edit-views.ts';

export const undo = defineQuestion(
  'undo',
  en.settings.commands.undo.description,
  async ({ server, services, member }) => editView(await services.undoThresholds(server, { by: member.id })),
  {
    access: 'manageServer',
    audience: 'caller',

    components: {
      undo: {
        access: 'manageServer',
        async act({ key }, { server, services, member }) {
          const edit = { by: member.id, basedOn: Number(key) };
          return { view: editView(await services.undoThresholds(server, edit)) };
        },
      },
    },
  },
);
