import { ExpiredCard } from '#domain/problem.ts';
import type { CommandContext, ComponentEvent, Reply } from '#discord/command/command.ts';
import { fillAnswerView } from '#discord/views/hedge/fill-answer-view.ts';
import type { CardNews } from '#domain/delivery/card-news.ts';
import type { FillAnswer, FillRequest } from '#domain/hedge/order-answer.ts';

/** What somebody says was traded: of which order, absent for the open one. */
export type FillTold = Pick<FillRequest, 'order' | 'text' | 'tradedOn'>;

/** Records a fill, or asks what must be asked once; what came of it is written on the card. */
export async function askFill(told: FillTold, context: CommandContext): Promise<Reply> {
  return recordFill({ ...told, interaction: context.interaction, isConfirmed: false }, context);
}

/**
 * The same fill once what was asked is answered with yes, under the first interaction's id: two presses count once.
 *
 * @throws ExpiredCard if the button is none of this version's
 */
export async function confirmFill(
  { key, codeBlock }: ComponentEvent,
  context: CommandContext,
): Promise<Reply> {
  const { order, tradedOn, interaction } = readFillKey(key);
  if (codeBlock === undefined) {
    throw new ExpiredCard();
  }
  const date = tradedOn === '' ? {} : { tradedOn };
  return recordFill({ order, text: codeBlock, ...date, interaction, isConfirmed: true }, context);
}

/** Order, trading day and first interaction of a fill that is asked about. @throws ExpiredCard */
export function readFillKey(key: string): Readonly<Record<'order' | 'tradedOn' | 'interaction', string>> {
  const [order, tradedOn, interaction] = key.split('|');
  if (order === undefined || tradedOn === undefined || interaction === undefined) {
    throw new ExpiredCard();
  }
  return { order, tradedOn, interaction };
}

async function recordFill(fill: Omit<FillRequest, 'server' | 'by'>, context: CommandContext): Promise<Reply> {
  const { member, server, services, signal } = context;
  const answer = await services.recordFill({ ...fill, server, by: member.id });
  if (answer.kind === 'recorded' && answer.order.decision !== undefined) {
    const posted = { decisionId: answer.order.decision, news: newsOf(answer, context) };
    await services.markPosted(server, posted, signal);
  }
  return { view: fillAnswerView(answer, fill) };
}

/** What the card says of a fill: how far it is filled, or that it is done and only its details stay. */
function newsOf(
  { report }: Extract<FillAnswer, { kind: 'recorded' }>,
  { member, now }: CommandContext,
): CardNews {
  const { asked, filled, owed } = report;
  return {
    kind: 'filled',
    asked,
    ...(filled !== undefined && { filled }),
    isDone: owed === undefined,
    by: member.name,
    at: now,
  };
}
