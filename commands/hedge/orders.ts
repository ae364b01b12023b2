import type { CommandContext, ComponentEvent, Reply } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { FILL_DATE, FILL_TEXT, fillForm, SKIP_REASON, skipForm } from '#discord/views/hedge/fill-form.ts';
import { orderDoneView } from '#discord/views/hedge/order-done-view.ts';
import { ordersView } from '#discord/views/hedge/orders-view.ts';
import { postedOrder } from '#discord/views/hedge/posted-ticket.ts';
import { askFill, confirmFill, readFillKey } from './ask-fill.ts';
import { findOrder, planReply, takenMark } from './find-order.ts';

export const orders = defineQuestion(
  'orders',
  en.hedge.commands.orders,
  async ({ server, services, member }) =>
    ordersView(await services.showOrders(server), member.rank !== 'member'),
  {
    audience: 'caller',
    components: {
      plan: { access: 'everyone', act: planReply },
      fill: { access: 'everyone', open: openFill },
      confirm: { access: 'steward', act: confirmFill },
      correct: {
        access: 'steward',
        async open({ key, codeBlock = '' }) {
          const { order, tradedOn } = readFillKey(key);
          return fillForm({ order, text: codeBlock, date: tradedOn });
        },
      },
      skip: {
        access: 'steward',
        async open({ key }) {
          return skipForm(key);
        },
      },
      reopen: {
        access: 'steward',
        async act({ key: order }, { interaction, member, server, services }) {
          return {
            view: orderDoneView(await services.reopenOrder({ server, by: member.id, interaction, order })),
          };
        },
      },
    },
    modals: {
      fill: {
        access: 'steward',
        async act({ key: order, fields }, context) {
          const tradedOn = fields[FILL_DATE] ?? '';
          return askFill({ order, text: fields[FILL_TEXT] ?? '', tradedOn }, context);
        },
      },
      skip: {
        access: 'steward',
        async act({ key: order, fields }, { interaction, member, now, server, services, signal }) {
          const why = fields[SKIP_REASON] ?? '';
          const answer = await services.skipOrder({ server, by: member.id, interaction, order, why });
          if (answer.kind === 'skipped' && answer.order.decision !== undefined) {
            const news = { kind: 'skipped', by: member.name, at: now } as const;
            await services.markPosted(server, { decisionId: answer.order.decision, news }, signal);
          }
          return { view: orderDoneView(answer) };
        },
      },
    },
  },
);

/** The form of an order's fill with what is owed filled in; whoever may not record is shown the plan, read only. */
async function openFill(
  event: ComponentEvent,
  context: CommandContext,
): Promise<ReturnType<typeof fillForm> | Reply> {
  const { order, report } = await findOrder(event, context);
  if (context.member.rank === 'member' || order.end) {
    return planReply(event, context);
  }
  const { owed } = report.report;
  const tickets = owed?.order.id === order.id ? owed.tickets : [];
  const mark = await takenMark(order, context);
  return {
    ...fillForm({ order: order.id, text: tickets.map(postedOrder).join('\n'), date: report.today }),
    ...(mark && { cardMark: mark }),
  };
}
