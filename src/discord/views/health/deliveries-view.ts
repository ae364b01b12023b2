import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, newYorkDate, newYorkSeconds } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { DeliveryTrace } from '#domain/delivery/delivery.ts';
import { SECOND } from '#domain/duration.ts';
import type { DeliveriesReport } from '#services/delivery/show-deliveries.ts';

/** How the latest releases came to a server, step by step, and how long messages take. */
export function deliveriesView({ traces, lag, isReplay, watermark }: DeliveriesReport): View {
  const texts = en.health.deliveries;
  const isTroubled = traces[0]?.delivery?.state === 'dropped';
  return fit({
    accent: isTroubled ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(texts.title),
      ...(traces.length === 0 ? [text(texts.none)] : []),
      ...traces.map((trace, place) => collapsible(place, trace.releaseId, traceLines(trace, isReplay))),
      RULE,
      text(isReplay ? texts.replay : lagLine(lag), texts.times),
    ],
  });
}

function lagLine(lag: DeliveriesReport['lag']): string {
  const texts = en.health.deliveries;
  return lag ? texts.lag(lag.count, seconds(lag.p50), seconds(lag.p95)) : texts.noLag;
}

function traceLines(trace: DeliveryTrace, isReplay: boolean): readonly string[] {
  const texts = en.health.deliveries;
  const { evaluatedAt, queuedAt } = trace;
  const steps = [
    texts.seen(time(trace.seenAt), quoted(trace.seenBy)),
    evaluatedAt === undefined ? texts.notEvaluated : texts.evaluated(time(evaluatedAt, trace.seenAt)),
    ...(evaluatedAt !== undefined && queuedAt === undefined ? [texts.notQueued] : []),
    ...(queuedAt === undefined ? [] : [texts.queued(time(queuedAt, trace.seenAt)), outcome(trace, isReplay)]),
  ];
  return [`**${code(trace.releaseId)}**`, `- ${steps.join(' → ')}`];
}

function outcome({ delivery, seenAt }: DeliveryTrace, isReplay: boolean): string {
  const texts = en.health.deliveries;
  switch (delivery?.state) {
    case 'sent':
      return isReplay
        ? texts.accepted('')
        : `${texts.accepted(time(delivery.at, seenAt))}, ${texts.after(seconds(delivery.at - seenAt))}`;
    case 'dropped':
      return texts.dropped(isReplay ? '' : time(delivery.at, seenAt), quoted(delivery.reason));
    default:
      return texts.waiting(delivery?.attempt ?? 1);
  }
}

function seconds(milliseconds: number): string {
  return decimal(milliseconds / SECOND, 1);
}

/** With its date where that is not the one already told. */
function time(at: number, told?: number): string {
  const date = newYorkDate(at);
  const isTold = told !== undefined && newYorkDate(told) === date;
  return isTold ? newYorkSeconds(at) : `${date} ${newYorkSeconds(at)}`;
}
