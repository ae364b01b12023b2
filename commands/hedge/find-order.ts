import { ExpiredCard } from '#domain/problem.ts';
import type { CommandContext, ComponentEvent, Reply } from '#discord/command/command.ts';
import type { CardMark } from '#discord/message/marked-card.ts';
import { newYorkTime } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { orderPlanView } from '#discord/views/hedge/order-plan-view.ts';
import { orderStateText } from '#discord/views/hedge/order-state-text.ts';
import type { OrdersReport } from '#domain/hedge/order-answer.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';

/** An order of the server, beside all of them. */
export type OrderMatch = { readonly order: StepOrder; readonly report: OrdersReport };

/**
 * The order that a button is about: a card names its decision, an answer the order itself.
 *
 * @throws ExpiredCard if the server has no such order any more
 */
export async function findOrder(
  { key }: Pick<ComponentEvent, 'key'>,
  { server, services }: CommandContext,
): Promise<OrderMatch> {
  const report = await services.showOrders(server);
  const match = report.orders.find(({ order }) => order.id === key || order.decision === key);
  if (!match) {
    throw new ExpiredCard();
  }
  return { order: match.order, report };
}

/** The order's plan for one person; a steward's first look is written on the card. */
export async function planReply(event: ComponentEvent, context: CommandContext): Promise<Reply> {
  const match = await findOrder(event, context);
  const mayAct = context.member.rank !== 'member' && !match.order.end;
  const mark = match.order.end
    ? endMark(match.order)
    : mayAct
      ? await takenMark(match.order, context)
      : undefined;
  return {
    view: orderPlanView(match.order, match.report, mayAct),
    audience: 'caller',
    ...(mark && { cardMark: mark }),
  };
}

/** Who is on an order: whoever pressed first; nothing where it has ended meanwhile. */
export async function takenMark(
  { id }: StepOrder,
  { member, server, services }: CommandContext,
): Promise<CardMark | undefined> {
  const answer = await services.takeOrder({ server, by: member.id, order: id });
  if (answer.kind !== 'taken') {
    return undefined;
  }
  const { at, by } = answer.takenBy;
  const name = by === member.id ? quoted(member.name) : `<@${by}>`;
  return { line: en.hedge.fills.isOn(name, newYorkTime(at)) };
}

/** What a card says once its order has ended; only its details stay. */
function endMark(order: StepOrder): CardMark {
  return { line: en.hedge.fills.markEnded(orderStateText(order)), buttons: ['signal.details'] };
}
