import { explain } from './explain.ts';
import { why } from './why.ts';
import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { detailsView } from '#discord/views/signal/details-view.ts';
import { signalHistoryView } from '#discord/views/signal/signal-history-view.ts';
import { signalView } from '#discord/views/signal/signal-views.ts';

const texts = en.signal.commands;

const now = defineQuestion(
  'now',
  texts.now,
  async ({ server, services, signal: abort }) => signalView(await services.readSignal(server, abort)),
  {
    components: {
      details: {
        access: 'everyone',
        async act({ key }, { server, services }) {
          const { card, watermark } = await services.showCard(server, key);
          return { view: detailsView(card, watermark), audience: 'caller' };
        },
      },
    },
  },
);

const history = defineQuestion('history', texts.history, async (context) =>
  signalHistoryView(await context.services.signalHistory(context.server, context.signal)),
);

export const signal: CommandGroup = {
  name: 'signal',
  description: texts.signal,
  commands: [now, explain, why, history],
};
