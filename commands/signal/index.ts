import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { historyView } from '#discord/views/signal/signal-history-view.ts';
import { signalView } from '#discord/views/signal/signal-view.ts';
import { explain } from './explain.ts';
import { why } from './why.ts';

const { signal: groupTexts, signalNow } = en.commands;

const now = defineQuestion('now', signalNow.description, async ({ server, services, signal: abort }) =>
  signalView(await services.readSignal(server, abort)),
);

const history = defineQuestion('history', en.calibration.describe, async (context) =>
  historyView(await context.services.signalHistory(context.server, context.signal)),
);

export const signal: CommandGroup = {
  name: 'signal',
  description: groupTexts.description,
  commands: [now, explain, why, history],
};
