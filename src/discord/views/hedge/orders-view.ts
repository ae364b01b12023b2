import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { date, decimal, ratio, signed } from '#discord/message/format.ts';
import { code, named } from '#discord/message/quoted.ts';
import { type View, buttons, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { standLines } from './fill-answer-view.ts';
import { unnamedText } from './order-facts.ts';
import { orderButtons } from './order-plan-view.ts';
import { orderStateText } from './order-state-text.ts';
import { postedTicket } from './posted-ticket.ts';
import type { ListedOrder, OrdersReport } from '#domain/hedge/order-answer.ts';
import type { FillSlippage } from '#domain/hedge/order-report.ts';
import type { OrderFill } from '#domain/hedge/step-order.ts';
import { orderNumber } from '#domain/hedge/order-id.ts';

const texts = en.hedge.fills;

/** A server's step orders with what was traded for them, newest first, and where the book stands. */
export function ordersView({ report, orders, watermark }: OrdersReport, mayAct: boolean): View {
  const { lapsed, owed } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.ordersTitle, ...standLines(report)),
      ...watermarkPart(watermark),
      ...(orders.length === 0
        ? [text(texts.none)]
        : orders.map((listed) => collapsible(1, 'older orders', orderLines(listed)))),
      ...(mayAct && owed ? orderButtons(owed.order.id) : []),
      ...(mayAct && lapsed
        ? buttons([
            {
              label: texts.buttons.reopen(lapsed.id),
              link: { command: 'hedge', act: 'reopen', key: lapsed.id },
            },
          ])
        : []),
    ],
  });
}

function orderLines({ order, slippage }: ListedOrder): readonly string[] {
  return [
    texts.ordersLine(orderNumber(order.id), ratio(order.from), ratio(order.to), orderStateText(order)),
    ...(order.unnamed ? [`-# ${unnamedText(order)}`] : []),
    ...order.fills.map((fill, place) => fillLine(fill, slippage[place] ?? {})),
  ];
}

function fillLine({ ticket, percent, tradedOn, by }: OrderFill, slippage: FillSlippage): string {
  return texts.fillLine({
    ticket: ticket ? code(postedTicket(ticket)) : texts.percentOf(decimal(percent ?? 0, 0)),
    on: date(tradedOn),
    by: named('person', by),
    slippage: slippageText(slippage),
  });
}

function slippageText({ mid, theoretical }: FillSlippage): string {
  const parts = [
    ...(mid === undefined ? [] : [texts.slippage(signed(mid, 2), texts.mid)]),
    ...(theoretical === undefined ? [] : [texts.slippage(signed(theoretical, 2), texts.model)]),
  ];
  return parts.join('');
}
