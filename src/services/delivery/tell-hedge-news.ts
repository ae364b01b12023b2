import { newYorkDay } from '#calendar/new-york.ts';
import { isQuiet } from '#calendar/quiet-hours.ts';
import type { Alert } from '#domain/delivery/alert.ts';
import type { ServerSettings } from '#domain/settings/settings.ts';
import { hedgeNews, type NamedNews } from '#engine/upkeep/hedge-news.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { DeliveryLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import { forEachServer } from '#services/health/for-each-server.ts';

/** Tells every server what is due of its hedge: rolls, and the budget. Each of them once. */
export type TellHedgeNews = (now: number) => Promise<void>;

export type HedgeNewsParts = {
  readonly ledger: BookLedger & Pick<DeliveryLedger, 'planDeliveries'>;
  readonly settings: SettingsStore;
  readonly nonceOf: (key: string, channel: string) => string;
  readonly watermark?: string;
};

/** Books must have been rid of what has settled by then. */
export function createTellHedgeNews(parts: HedgeNewsParts): TellHedgeNews {
  return async (now) =>
    forEachServer(await parts.settings.servers(), async (server) => {
      const kept = await parts.settings.read(server);
      const { open } = await parts.ledger.openLots({ server });
      const ended = await parts.ledger.endedLots({ server });
      const held = { positions: positionsOf(open.map(({ lot }) => lot)), lots: [...open, ...ended] };
      for (const named of hedgeNews(held, newYorkDay(now), kept.settings)) {
        await tell(parts, { server, kept, now, named });
      }
    });
}

type Telling = {
  readonly server: string;
  readonly kept: ServerSettings;
  readonly now: number;
  readonly named: NamedNews;
};

async function tell(parts: HedgeNewsParts, { server, kept, now, named }: Telling): Promise<void> {
  const { settings } = kept;
  const { name, news } = named;
  const channel = settings['alerts.channel'];
  const wish = settings['alerts.kinds'][news.about];
  if (channel === null || wish === 'off') {
    return;
  }
  const alert: Alert = {
    key: `${server}/${name}`,
    server,
    kind: news.about,
    content: { form: 'hedge', news, asOf: now },
    silent: wish === 'silent' || isQuiet(settings['alerts.quietHours'], settings.timezone, now),
    ...(parts.watermark !== undefined && { watermark: parts.watermark }),
  };
  const nonce = parts.nonceOf(alert.key, channel);
  await parts.ledger.planDeliveries([{ alert, channel, nonce, plannedAt: now }]);
}
