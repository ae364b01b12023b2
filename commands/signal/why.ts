import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { whyView } from '#discord/views/signal/signal-views.ts';
import { z } from 'zod';

const texts = en.signal.commands;
const LONGEST_ID = 100;

export const why = defineCommand({
  name: 'why',
  description: texts.why,
  options: z.object({
    id: option(z.string().max(LONGEST_ID), { description: texts.id, autocomplete: true }),
  }),

  async run({ id }, { server, services }) {
    return { view: whyView(await services.explainDecision(server, id)) };
  },

  async complete({ typed }, { server, services }) {
    const decisions = await services.findDecisions(server, typed);
    return decisions.map(({ id, state, ratio: reading }) => ({
      name: `${id} · ${state} ${ratio(reading.next)}`,
      value: id,
    }));
  },
});
