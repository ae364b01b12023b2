import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { ratioSetView } from '#discord/views/hedge/ratio-set-view.ts';
import { ratioOption } from './plan.ts';

const texts = en.hedge.commands;
const LONGEST_REASON = 300;

export const setRatio = defineCommand({
  name: 'set-ratio',
  description: texts.setRatio,
  options: z.object({
    ratio: ratioOption(texts.ratio),
    why: option(z.string().min(1).max(LONGEST_REASON), { description: texts.why }),
  }),
  access: 'steward',

  async run(wish, { server, services, member, interaction }) {
    return { view: ratioSetView(await services.setRatio(server, member.id, { ...wish, interaction })) };
  },
});
