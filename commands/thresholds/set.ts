import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { changedView } from '#discord/views/settings/threshold-views.ts';
import { changeOrAsk, MEANING } from './change-or-ask.ts';
import { completeKey, keyOption, valueOption } from './threshold-options.ts';

const texts = en.settings.commands.set;

export const set = defineCommand({
  name: 'set',
  description: texts.description,
  options: z.object({ key: keyOption(texts.key), value: valueOption(texts.value) }),
  access: 'manageServer',
  audience: 'caller',

  async run({ key, value }, context) {
    return changeOrAsk({ key, text: value }, context);
  },

  complete: completeKey,

  components: {
    meaning: {
      access: 'manageServer',
      async act({ key: to }, { server, services, member }) {
        const edit = { by: member.id, key: MEANING, text: to };
        return { view: changedView(await services.changeThreshold(server, edit)) };
      },
    },
  },
});
