import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { day, newYorkDay, newYorkTime, ratio } from '#discord/message/format.ts';
import { named } from '#discord/message/quoted.ts';
import { type Part, type View, buttons, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { coverText } from './cover-text.ts';
import { standLines } from './fill-answer-view.ts';
import { orderFacts, unnamedText } from './order-facts.ts';
import { ticketBlock } from './ticket-text.ts';
import type { OrdersReport } from '#domain/hedge/order-answer.ts';
import type { OrderPlan, StepOrder } from '#domain/hedge/step-order.ts';

const texts = en.hedge.fills;

/** An order's contracts in every style, and where the book stands; whoever may act has buttons for it. */
export function orderPlanView(order: StepOrder, report: OrdersReport, mayAct: boolean): View {
  const { takenBy, window } = order;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(
        texts.planTitle(ratio(order.from), ratio(order.to)),
        ...(takenBy ? [texts.takenFirst(named('person', takenBy.by), newYorkTime(takenBy.at))] : []),
      ),
      ...watermarkPart(report.watermark),
      ...(order.plans.length === 0
        ? [text(unnamedText(order))]
        : order.plans.flatMap((plan, place) => planParts(order, plan, place))),
      text(
        texts.when(
          `${day(window.session)}, ${newYorkTime(window.from)}–${newYorkTime(window.until)} ET`,
          newYorkDay(order.validUntil),
        ),
        ...standLines(report.report),
        `-# ${en.signal.card.disclaimer}`,
        ...(mayAct ? [] : [texts.stewardsRecord]),
      ),
      ...(mayAct ? orderButtons(order.id) : []),
    ],
  });
}

/** Record fill and Skip…, for whoever may. */
export function orderButtons(order: string): readonly Part[] {
  return buttons([
    { label: texts.buttons.fill, isPrimary: true, link: { command: 'hedge', act: 'fill', key: order } },
    { label: texts.buttons.skip, link: { command: 'hedge', act: 'skip', key: order } },
  ]);
}

function planParts(order: StepOrder, plan: OrderPlan, place: number): readonly Part[] {
  const { style, tickets, cover } = plan;
  const name = texts.styles[style];
  return [
    collapsible(place === 0 ? 1 : 2, 'plans', [
      place === 0 ? texts.recommended(name) : texts.style(name),
      ...(tickets.length === 0 ? [texts.noStyle] : ticketBlock(tickets)),
      ...orderFacts(order, plan),
      ...(cover ? [`-# ${texts.coverAfter(coverText(cover))}`] : []),
    ]),
  ];
}
