import { isQuiet } from '#calendar/is-quiet.ts';
import type { AlertKind } from '#domain/delivery/alert-kind.ts';
import type { Alert, AlertContent } from '#domain/delivery/alert.ts';
import type { Degradation } from '#domain/signal/degradation.ts';
import type { Memory, State } from '#domain/signal/decision.ts';
import { hedgeAction } from '#domain/signal/hedge-action.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { isNews } from './is-news.ts';

type CardContent = Extract<AlertContent, { form: 'card' }>;

/** A decision, and what its message needs beside it. */
export type AlertCase = {
  readonly server: string;
  readonly settings: Settings;
  readonly card: CardContent;
  /** What the server remembered before the decision. */
  readonly before: Pick<Memory, 'evidence'>;
  /** Whether a release belongs to the evaluated session. */
  readonly dayZero: boolean;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  readonly watermark?: string;
  readonly isEphemeral?: true;
};

/** In rising order of urgency, for `alerts.minState`. */
const URGENCY: Readonly<Record<State, number>> = {
  CALM: 0,
  ARMED: 1,
  HOLD: 2,
  WATCH: 2,
  CONFIRM: 3,
  CAPITULATION: 4,
  UNWIND: 4,
};

/** The kind of message that tells a decision. */
function alertKind({ card: { decision }, before, dayZero }: AlertCase): AlertKind {
  const { kind } = decision.evaluation;
  if (kind === 'print') {
    return decision.hot ? 'hot' : 'print';
  }
  if (kind === 'check') {
    return 'check';
  }
  if (decision.ratio.step < 0) {
    return 'unwind';
  }
  if (dayZero) {
    return 'official';
  }
  return isNews(decision, before) ? 'follow-up' : 'check';
}

/** What is still owed has a card of its own once: at the close of the session in which it was to be traded. */
function kindOf(told: AlertCase): AlertKind {
  const kind = alertKind(told);
  const { decision, owed } = told.card;
  const { evaluation } = decision;
  const isFirst = evaluation.kind === 'official' && owed?.order.window.session === evaluation.session;
  return isFirst && kind === 'check' ? 'owed' : kind;
}

/**
 * The message that tells a decision to one server, or `undefined` where the server has switched its kind off.
 *
 * A card that moves the ratio is never switched off, only silent: the step counts when it has been posted.
 */
export function planAlert(told: AlertCase): Alert | undefined {
  const { card, settings, server } = told;
  const { decision } = card;
  const kind = kindOf(told);
  const wish = settings['alerts.kinds'][kind];
  if (wish === 'off' && !decision.adopts) {
    return undefined;
  }
  const whole = isWhole(told, kind);
  const mention = whole ? mentioned(card, settings) : undefined;
  return {
    key: `${server}/${decision.id}/${kind}`,
    server,
    kind,
    content: whole ? card : lineOf(card),
    silent: wish !== 'on' || !whole || isHushed(told, kind),
    ...(mention !== undefined && { mention }),
    ...originOf(told),
    ...(whole && hedgeAction(decision) !== 'nothing' && { chartOf: decision.id }),
  };
}

function isWhole({ card, before }: AlertCase, kind: AlertKind): boolean {
  return kind !== 'check' || isNews(card.decision, before);
}

/** Beside an official card: which inputs it was made without; `undefined` where all are there, or nobody wants to know. */
export function planDegraded(told: AlertCase): Alert | undefined {
  const { id: decisionId, degraded: reasons, evaluation } = told.card.decision;
  const { session } = evaluation;
  return reasons.length === 0
    ? undefined
    : degradedAlert(told, 'degraded', { about: 'decision', decisionId, session, reasons });
}

/** Beside an official card without exposure: why; `undefined` where it is there, or nobody wants to know. */
export function planBookFault(told: AlertCase): Alert | undefined {
  const { decision, exposureFault: fault } = told.card;
  return fault && degradedAlert(told, 'book', { about: 'book', decisionId: decision.id, fault });
}

/** @param name - within the decision's messages */
function degradedAlert(told: AlertCase, name: string, degradation: Degradation): Alert | undefined {
  const { settings, server, card } = told;
  const wish = settings['alerts.kinds'].degraded;
  if (card.decision.evaluation.kind !== 'official' || wish === 'off') {
    return undefined;
  }
  return {
    key: `${server}/${card.decision.id}/${name}`,
    server,
    kind: 'degraded',
    content: { form: 'degraded', degradation },
    silent: wish === 'silent' || isQuiet(settings['alerts.quietHours'], settings.timezone, told.now),
    ...originOf(told),
  };
}

function lineOf({ decision, owed }: CardContent): AlertContent {
  return { form: 'line', decision, ...(owed && { owed }) };
}

function originOf({ watermark, isEphemeral }: AlertCase): Pick<Alert, 'watermark' | 'isEphemeral'> {
  return { ...(watermark !== undefined && { watermark }), ...(isEphemeral && { isEphemeral }) };
}

/** Somebody has to act: an order opens, or a run of down-steps begins. A step for which nothing can be traded rings nobody. */
function mentioned({ decision, order }: CardContent, settings: Settings): string | undefined {
  const { ratio, state, stateBefore } = decision;
  const opens = ratio.step !== 0 && (order?.kind !== 'none' || order.reason === 'no-book');
  const isUnwinding = state === 'UNWIND' && stateBefore !== 'UNWIND';
  return opens || isUnwinding ? (settings['alerts.role'] ?? undefined) : undefined;
}

/** Leaving a state is as much news as entering it. */
function isHushed({ settings, card, now }: AlertCase, kind: AlertKind): boolean {
  const { state, stateBefore } = card.decision;
  const below = Math.max(URGENCY[state], URGENCY[stateBefore]) < URGENCY[settings['alerts.minState']];
  const everyDay = kind === 'check' || kind === 'follow-up';
  return (everyDay && below) || isQuiet(settings['alerts.quietHours'], settings.timezone, now);
}
