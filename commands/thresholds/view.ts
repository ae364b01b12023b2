import { z } from 'zod';
import { UnknownSetting } from '#domain/problem.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import {
  groupsOf,
  thresholdForm,
  thresholdsView,
  VALUE_FIELD,
} from '#discord/views/settings/threshold-views.ts';
import { changeOrAsk } from './change-or-ask.ts';

const texts = en.settings.commands.view;
const LONGEST_GROUP = 50;

export const view = defineCommand({
  name: 'view',
  description: texts.description,
  options: z.object({
    group: option(z.string().max(LONGEST_GROUP), {
      description: texts.group,
      autocomplete: true,
    }).exactOptional(),
  }),
  audience: 'caller',

  async run({ group: typed }, { server, services, member }) {
    const thresholds = await services.viewThresholds(server);
    const groups = groupsOf(thresholds.rules);
    const group = typed === undefined ? groups[0] : groups.find((name) => isLike(name, typed));
    if (group === undefined) {
      throw new UnknownSetting(typed ?? '', groups);
    }
    return { view: thresholdsView(thresholds, group, member.rank === 'manageServer') };
  },

  async complete({ typed }, { server, services }) {
    const { rules } = await services.viewThresholds(server);
    return groupsOf(rules)
      .filter((name) => isLike(name, typed))
      .map((name) => ({ name, value: name }));
  },

  components: {
    group: {
      access: 'everyone',
      async act({ values: [group = ''] }, { server, services, member }) {
        const thresholds = await services.viewThresholds(server);
        return { view: thresholdsView(thresholds, group, member.rank === 'manageServer') };
      },
    },

    change: {
      access: 'manageServer',
      async open({ values: [wanted = ''] }, { server, services }) {
        const { rules, show } = await services.viewThresholds(server);
        const rule = rules.find(({ key }) => key === wanted);
        if (!rule) {
          throw new UnknownSetting(wanted, []);
        }
        return thresholdForm(rule, show(rule.key));
      },
    },
  },

  modals: {
    save: {
      access: 'manageServer',
      async act({ key, fields }, context) {
        return changeOrAsk({ key, text: fields[VALUE_FIELD] ?? '' }, context);
      },
    },
  },
});

function isLike(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.trim().toLowerCase());
}
