import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { hedgeNews } from '#engine/upkeep/hedge-news.ts';
import { layerNews } from '#engine/upkeep/layer-news.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Log } from '#ports/log.ts';
import type { Bound } from '#services/bind.ts';
import type { alertServer } from './alert-servers.ts';

type UpkeepDeps = {
  readonly calendar: Pick<ExchangeCalendar, 'covers' | 'sessionsBetween'>;
  readonly ledger: Pick<BookLedger, 'openLots' | 'endedLots'>;
  readonly settings: Pick<SettingsStore, 'read' | 'servers'>;
  readonly alertServer: Bound<typeof alertServer>;
  readonly log: Pick<Log, 'error'>;
};

/**
 * Tells every server what is due of its hedge: rolls, and the budget, each of them once, and layers that nobody mends.
 *
 * Books must have been rid of what has settled by then. One that cannot be read is logged and keeps nobody from
 * anything: the close that this follows has been evaluated, and is not to be tried again for it.
 */
export async function alertHedgeUpkeep(
  { calendar, ledger, settings: store, alertServer: alert, log }: UpkeepDeps,
  now: number,
): Promise<void> {
  const alertOne = async (server: string): Promise<void> => {
    const { settings } = await store.read(server);
    const { open } = await ledger.openLots({ server });
    const ended = await ledger.endedLots({ server });
    const held = { positions: positionsOf(open.map(({ lot }) => lot)), lots: [...open, ...ended] };
    const today = newYorkDay(now);
    const layers = layerNews({ ...held, today, settings, calendar });
    for (const { name, news } of [...hedgeNews(held, today, settings), ...layers]) {
      const content = { form: 'hedge', news, asOf: now } as const;
      await alert(server, { id: name, kind: news.about, content }, now);
    }
  };
  for (const server of await store.servers()) {
    try {
      await alertOne(server);
    } catch (error) {
      log.error('could not tell what is due of a hedge', error, { server });
    }
  }
}
