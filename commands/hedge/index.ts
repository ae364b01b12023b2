import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { hedgeCostView } from '#discord/views/hedge/hedge-cost-view.ts';
import { hedgeStrikesView } from '#discord/views/hedge/hedge-strikes-view.ts';
import { defineBookQuestion } from '#commands/book/book-question.ts';
import { monetise } from './monetise.ts';
import { orders } from './orders.ts';
import { plan } from './plan.ts';
import { setRatio } from './set-ratio.ts';
import { size } from './size.ts';

const texts = en.hedge.commands;

const strikes = defineBookQuestion('strikes', texts.strikes, async (owner, { services, signal }) => ({
  view: hedgeStrikesView(await services.hedgeStrikes(owner, signal)),
}));

const cost = defineBookQuestion('cost', texts.cost, async (owner, { services, signal }) => ({
  view: hedgeCostView(await services.hedgeCostOf(owner, signal)),
}));

export const hedge: CommandGroup = {
  name: 'hedge',
  description: texts.hedge,
  commands: [plan, orders, monetise, size, strikes, cost, setRatio],
};
