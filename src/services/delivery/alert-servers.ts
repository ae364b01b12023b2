import { isQuiet } from '#calendar/is-quiet.ts';
import type { AlertKind } from '#domain/delivery/alert-kind.ts';
import type { Alert, AlertContent } from '#domain/delivery/alert.ts';
import { forEachServer } from '#domain/for-each-server.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Degradation } from '#domain/signal/degradation.ts';
import type { DeliveryLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

/** A message that belongs to no decision. */
export type Message<Content = AlertContent> = {
  /** Its name within a server: what was planned under a name is not planned again. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly content: Content;
};

export type AlertDeps = {
  readonly ledger: Pick<DeliveryLedger, 'planDeliveries'>;
  readonly settings: Pick<SettingsStore, 'read' | 'servers'>;
  /** Stable name of one message in one channel, so that sending it twice posts it once. */
  readonly nonceOf: (key: string, channel: string) => string;
  readonly watermark?: string;
};

/** Plans a message for every server that wants its kind; each gets what is made for it. */
export async function alertServers(
  deps: AlertDeps,
  message: Message<(server: string) => Promise<AlertContent> | AlertContent>,
  now: number,
): Promise<void> {
  await forEachServer(await deps.settings.servers(), (server) => planMessage(deps, server, message, now));
}

/** Plans a message for one server, unless it wants none of its kind. */
export async function alertServer(
  deps: AlertDeps,
  server: string,
  message: Message,
  now: number,
): Promise<void> {
  await planMessage(deps, server, { ...message, content: () => message.content }, now);
}

/** Tells every server that planned work passed its time while nobody was there. */
export async function alertMissed(deps: AlertDeps, work: DueWork, now: number): Promise<void> {
  const content = { form: 'missed', work } as const;
  await alertServers(deps, { id: `${work.id}.missed`, kind: 'missed', content: () => content }, now);
}

/** Tells every server what it must do without. @param name - the same under the same name is told once */
export async function alertDegraded(
  deps: AlertDeps,
  name: string,
  degradation: Degradation,
  now: number,
): Promise<void> {
  const content = { form: 'degraded', degradation } as const;
  await alertServers(deps, { id: `${name}.degraded`, kind: 'degraded', content: () => content }, now);
}

async function planMessage(
  deps: AlertDeps,
  server: string,
  message: Message<(server: string) => Promise<AlertContent> | AlertContent>,
  now: number,
): Promise<void> {
  const { settings } = await deps.settings.read(server);
  const channel = settings['alerts.channel'];
  const wish = settings['alerts.kinds'][message.kind];
  if (channel === null || wish === 'off') {
    return;
  }
  const alert: Alert = {
    key: `${server}/${message.id}`,
    server,
    kind: message.kind,
    content: await message.content(server),
    silent: wish === 'silent' || isQuiet(settings['alerts.quietHours'], settings.timezone, now),
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
  const nonce = deps.nonceOf(alert.key, channel);
  await deps.ledger.planDeliveries([{ alert, channel, nonce, plannedAt: now }]);
}
