import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { explainView } from '#discord/views/signal/signal-views.ts';
import { z } from 'zod';

/** Every condition, in the method's order. */
const Condition = z.enum([
  'print',
  'lag',
  'trend',
  'breadth',
  'rsi',
  'macd',
  'smallCapVol',
  'term',
  'lateGate',
]);

export const explain = defineCommand({
  name: 'explain',
  description: en.signal.commands.explain,
  options: z.object({
    condition: option(Condition, { description: en.signal.commands.condition, labels: en.market.evidence }),
  }),

  async run({ condition }, { server, services, signal }) {
    return { view: explainView(await services.readSignal(server, signal), condition) };
  },
});
