import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { explainView } from '#discord/views/signal/explain-view.ts';

/** Every condition, in the method's order. */
const CONDITIONS = [
  'print',
  'lag',
  'trend',
  'breadth',
  'rsi',
  'macd',
  'smallCapVol',
  'term',
  'lateGate',
] as const;

export const explain = defineCommand({
  name: 'explain',
  description: en.topics.explain,
  definition: [
    {
      name: 'condition',
      description: en.topics.evidence,
      type: ApplicationCommandOptionType.String,
      required: true,
      choices: CONDITIONS.map((id) => ({ name: en.market.evidence[id], value: id })),
    },
  ],
  options: z.object({ condition: z.enum(CONDITIONS) }),
  access: 'everyone',
  audience: 'channel',

  async run({ condition }, { server, services, signal }) {
    return { view: explainView(await services.readSignal(server, signal), condition) };
  },
});
