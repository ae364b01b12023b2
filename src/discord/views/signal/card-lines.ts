import { day, decimal, newYorkDay, newYorkTime } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { degradedText } from './gate-text.ts';
import { measureOf } from './evidence-of.ts';
import { valueText } from './measure-text.ts';
import { nextText } from './next-text.ts';
import { eventName } from './short-evidence.ts';
import { whyText } from './why-text.ts';
import { cardAction } from './card-action.ts';
import { orderLines } from './order-lines.ts';
import { coverText } from '#discord/views/hedge/cover-text.ts';
import { ticketBlock } from '#discord/views/hedge/ticket-text.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Decision, State } from '#domain/signal/decision.ts';

type CardContent = Extract<AlertContent, { form: 'card' }>;

const texts = en.signal.action;

/** The state with what must be known of it: kept against its evidence, of which event, what is missing. */
export function stateLine(card: CardContent): string {
  const { decision, owed } = card;
  const { degraded, hot } = decision;
  return [
    stateText(decision),
    ...(hot ? [en.signal.decision.hot] : []),
    ...(degraded.length > 0
      ? [`${en.signal.decision.isDegraded}: ${degraded.map(degradedText).join(', ')}`]
      : []),
    ...coverPart(card),
    ...(cardAction(card) === 'owed' && owed ? [texts.ends(newYorkDay(owed.order.validUntil))] : []),
  ].join(' · ');
}

/** Cover under the headline's shock, or what kept it from being told; nothing for servers that keep no lots. */
function coverPart({ exposureFault, standing, order }: CardContent): readonly string[] {
  if (exposureFault) {
    return [en.hedge.cover.fault(en.hedge.cover.faults[exposureFault])];
  }
  const [first] = standing?.cover ?? [];
  const after = order?.kind === 'opens' ? order.order.plans[0]?.cover : undefined;
  return first ? [coverText(first, after)] : [];
}

/** States that evidence leads up to, in rising order. */
const LADDER: readonly State[] = ['CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION'];

/** A state's name; where it is kept although its evidence is gone, since how many closes. */
export function stateText(decision: Decision): string {
  const { memory, rank, ratio: reading, state } = decision;
  if (state === 'HOLD' || state === 'UNWIND') {
    const event = eventName(decision);
    return event === undefined ? state : texts.ofEvent(state, event);
  }
  if (reading.step < 0) {
    return texts.unwinding(state);
  }
  return LADDER.indexOf(state) > LADDER.indexOf(rank) && memory.closesBelow > 0
    ? texts.kept(state, memory.closesBelow)
    : state;
}

/** The lines that carry what a person does. */
export function cardLines(card: CardContent): readonly string[] {
  const { decision } = card;
  const why = texts.why(whyText(decision));
  const what = orderLines(card.order);
  switch (cardAction(card)) {
    case 'add':
      return [...what, ...whenLine(card), why, ...cancelsLine(card)];
    case 'take-off':
      return [...what, ...whenLine(card), why, ...endsOf(card).map(texts.endsLine)];
    case 'owed':
      return [...ticketBlock(card.owed?.tickets ?? []), ...whenLine(card)];
    case 'stand-down':
      return [texts.doNotAdd(lateText(decision)), ...whenLine(card), why, ...liftsLine(decision)];
    case 'nothing':
      return [why, ...nextLines(card), ...(decision.state === 'CALM' ? [] : [texts.condors])];
  }
}

function nextLines(card: CardContent): readonly string[] {
  const next = nextText(card);
  return next === '' ? [] : [texts.nextLine(next)];
}

/** VIX gates passed from which on nobody sells new condors. */
const HOLD_CONDORS = 2;

function whenLine({ window, overview }: CardContent): readonly string[] {
  if (!window) {
    return [];
  }
  const when = texts.when(day(window.session), newYorkTime(window.from), newYorkTime(window.until));
  return [[when, ...((overview.gate ?? 0) >= HOLD_CONDORS ? [texts.newCondorsHold] : [])].join(' · ')];
}

/** What the late gate is held against; nothing where it was not judged. */
function lateBounds({ evidence }: Decision): readonly [level: string, jump: string] | undefined {
  const level = measureOf(evidence, 'lateGate', 'vixLevel');
  const jump = measureOf(evidence, 'lateGate', 'vixJump');
  return level?.threshold === undefined || jump?.threshold === undefined
    ? undefined
    : [points(level.threshold), points(jump.threshold)];
}

/** Bounds are whole points as a rule: without decimals then. */
function points(value: number): string {
  return decimal(value, Number.isInteger(value) ? 0 : 2);
}

function cancelsLine(card: CardContent): readonly string[] {
  const bounds = lateBounds(card.decision);
  const parts = [...(bounds ? [texts.cancels(...bounds)] : []), ...endsOf(card).map(texts.ends)];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

/** The day at whose close what opens with this card ends; nothing where nothing opens. */
function endsOf({ order }: CardContent): readonly string[] {
  return order?.kind === 'opens' ? [newYorkDay(order.order.validUntil)] : [];
}

function liftsLine(decision: Decision): readonly string[] {
  const bounds = lateBounds(decision);
  return [
    ...(decision.standDown.some((reason) => reason !== 'fomc') && bounds ? [texts.lifts(...bounds)] : []),
    ...(decision.standDown.includes('fomc') ? [texts.liftsFomc] : []),
  ];
}

function lateText(decision: Decision): string {
  const level = measureOf(decision.evidence, 'lateGate', 'vixLevel');
  const [bound, jump] = lateBounds(decision) ?? [en.signal.card.unknown, en.signal.card.unknown];
  const vix = level ? valueText(level) : en.signal.card.unknown;
  const reasons = decision.standDown.map((reason) =>
    texts.late[reason](vix, reason === 'vix-jump' ? jump : bound),
  );
  const isLate = decision.standDown.some((reason) => reason !== 'fomc');
  return [...reasons, ...(isLate ? [texts.newIsLate] : [])].join(', ');
}
