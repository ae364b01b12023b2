import type { CardNews, PostedMessage } from '#domain/delivery/card-news.ts';
import { supersededCards } from '#engine/alert/superseded-cards.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { DeliveryLedger, PlannedDelivery } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';

type MarkDeps = {
  readonly ledger: Pick<DeliveryLedger, 'deliveries'>;
  readonly channel: Pick<AlertChannel, 'mark'>;
  readonly log: Pick<Log, 'warn'>;
};

/** Latest messages of a server that are looked through. */
const LOOKED_THROUGH = 20;

/**
 * Writes on the posted card of a decision what has become of it. A card that cannot be reached stays as it is: what was
 * done is done, and told to whoever did it.
 */
export async function markPosted(
  deps: MarkDeps,
  server: string,
  { decisionId, news }: { readonly decisionId: string; readonly news: CardNews },
  signal: AbortSignal,
): Promise<void> {
  const latest = await deps.ledger.deliveries(server, LOOKED_THROUGH);
  const cards = latest.filter(
    ({ alert: { content } }) => content.form === 'card' && content.decision.id === decisionId,
  );
  await markAll(deps, cards, news, signal);
}

/** Writes on the cards that a message takes the place of which one does. @param messageId - of the newer message */
export async function markSuperseded(
  deps: MarkDeps,
  { alert, channel, plannedAt }: PlannedDelivery,
  messageId: string,
  signal: AbortSignal,
): Promise<void> {
  const { server, key, content } = alert;
  if (content.form !== 'card' && content.form !== 'correction') {
    return;
  }
  const latest = await deps.ledger.deliveries(server, LOOKED_THROUGH);
  const earlier = latest.slice(latest.findIndex((one) => one.alert.key === key) + 1);
  const news = { kind: 'superseded', by: { server, channel, messageId }, at: plannedAt } as const;
  await markAll(deps, supersededCards(alert, earlier), news, signal);
}

async function markAll(
  { channel, log }: MarkDeps,
  cards: readonly PlannedDelivery[],
  news: CardNews,
  signal: AbortSignal,
): Promise<void> {
  for (const posted of cards) {
    const message = messageOf(posted);
    try {
      await (message && channel.mark(message, news, signal));
    } catch (error) {
      log.warn('card not marked', { key: posted.alert.key, reason: String(error) });
    }
  }
}

/** `undefined` for what has not arrived. */
function messageOf({ alert, channel, delivery }: PlannedDelivery): PostedMessage | undefined {
  return delivery.state === 'sent'
    ? { server: alert.server, channel, messageId: delivery.messageId }
    : undefined;
}
