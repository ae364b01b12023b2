import { ExpiredCard } from '#domain/problem.ts';
import type { CommandContext, ComponentEvent, Reply } from '#discord/command/command.ts';
import type { CardMark } from '#discord/message/marked-card.ts';
import { decimal, newYorkTime, ratio } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { fillAnswerView } from '#discord/views/hedge/fill-answer-view.ts';
import type { FillAnswer, FillRequest } from '#domain/hedge/order-answer.ts';

const texts = en.hedge.fills;

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
  const { member, server, services } = context;
  const answer = await services.recordFill({ ...fill, server, by: member.id });
  const mark = markOf(answer, context);
  return { view: fillAnswerView(answer, fill), ...(mark && { cardMark: mark }) };
}

/** What the card says of a fill: how far it is filled, or that it is done and only its details stay. */
function markOf(answer: FillAnswer, { member, now }: CommandContext): CardMark | undefined {
  if (answer.kind !== 'recorded') {
    return undefined;
  }
  const { asked: multiplier, filled, owed } = answer.report;
  const name = quoted(member.name);
  const reached = filled === undefined ? en.hedge.orders.noHedge : decimal(filled, 2);
  return owed
    ? { line: texts.markFilled(reached, ratio(multiplier), name, newYorkTime(now)) }
    : { line: texts.markDone(reached, name, newYorkTime(now)), buttons: ['signal.details'] };
}
