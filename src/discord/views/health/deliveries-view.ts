import type { DeliveryTrace } from '#domain/delivery/delivery-trace.ts';
import { SECOND } from '#domain/duration.ts';
import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, newYorkDate, newYorkSeconds } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { RULE, collapsible, text, type View } from '#discord/message/view.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { DeliveriesReport } from '#services/delivery/show-deliveries.ts';

/** How the latest releases came to a server, step by step, and how long messages take. */
export function deliveriesView({ traces, lag, isReplay, watermark }: DeliveriesReport): View {
  const { deliveries: words } = en;
  const isTroubled = traces[0]?.delivery?.state === 'dropped';
  return fit({
    accent: isTroubled ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(words.title),
      ...(traces.length === 0 ? [text(words.none)] : []),
      ...traces.map((trace, place) => collapsible(place, trace.releaseId, traceLines(trace, isReplay))),
      RULE,
      text(isReplay ? words.replay : lagLine(lag), words.times),
    ],
  });
}

function lagLine(lag: DeliveriesReport['lag']): string {
  const { deliveries: words } = en;
  return lag ? words.lag(lag.count, seconds(lag.p50), seconds(lag.p95)) : words.noLag;
}

function traceLines(trace: DeliveryTrace, isReplay: boolean): readonly string[] {
  const { deliveries: words } = en;
  const { evaluatedAt, queuedAt } = trace;
  const steps = [
    words.seen(time(trace.seenAt), quoted(trace.seenBy)),
    evaluatedAt === undefined ? words.notEvaluated : words.evaluated(time(evaluatedAt, trace.seenAt)),
    ...(evaluatedAt !== undefined && queuedAt === undefined ? [words.notQueued] : []),
    ...(queuedAt === undefined ? [] : [words.queued(time(queuedAt, trace.seenAt)), outcome(trace, isReplay)]),
  ];
  return [`**${code(trace.releaseId)}**`, `- ${steps.join(' → ')}`];
}

function outcome({ delivery, seenAt }: DeliveryTrace, isReplay: boolean): string {
  const { deliveries: words } = en;
  switch (delivery?.state) {
    case 'sent':
      return isReplay
        ? words.accepted('')
        : `${words.accepted(time(delivery.at, seenAt))}, ${words.after(seconds(delivery.at - seenAt))}`;
    case 'dropped':
      return words.dropped(isReplay ? '' : time(delivery.at, seenAt), quoted(delivery.reason));
    default:
      return words.waiting(delivery?.attempt ?? 1);
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
