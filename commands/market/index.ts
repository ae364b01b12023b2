import { set } from './set.ts';
import { timeShift } from './time-shift.ts';
import type { CommandContext, CommandGroup } from '#discord/command/command.ts';
import { defineQuestion, pictureReply } from '#discord/command/define-command.ts';
import type { View } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { contextView } from '#discord/views/market/context-view.ts';
import { chartView, marketView, termView } from '#discord/views/market/market-views.ts';
import { marksView } from '#discord/views/market/marks-view.ts';
import type { MarketTopic } from '#domain/signal/evidence.ts';

const texts = en.market.commands;

const about =
  (topic: MarketTopic) =>
  async ({ server, services, signal }: CommandContext): Promise<View> =>
    marketView(await services.readMarket(server, signal), topic);

const smallCaps = defineQuestion('small-caps', texts.smallCaps, about('small-caps'));
const breadth = defineQuestion('breadth', texts.breadth, about('breadth'));
const gate = defineQuestion('gate', texts.gate, about('gate'));

const term = defineQuestion('term', texts.term, async ({ server, services, signal }) => {
  const report = await services.readTerm(server, signal);
  return pictureReply(termView(report, 'term.png'), report.picture, 'term.png');
});

const context = defineQuestion('context', texts.context, async ({ server, services, signal }) =>
  contextView(await services.readContext(server, signal)),
);

const chart = defineQuestion('chart', texts.chart, async ({ server, services, signal }) => {
  const { account, picture } = await services.drawMarket(server, signal);
  return pictureReply(chartView(account, picture.altText, 'market.png'), picture, 'market.png');
});

const marks = defineQuestion('marks', texts.marks, async ({ server, services }) =>
  marksView(await services.marks(server)),
);

export const market: CommandGroup = {
  name: 'market',
  description: texts.market,
  commands: [smallCaps, breadth, term, gate, timeShift, context, chart, set, marks],
};
