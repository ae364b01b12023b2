import { exchangeFacts } from '#config/exchange-facts.ts';
import { fomcStatements } from '#config/fomc-statements.ts';
import { thresholds } from '#config/thresholds.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createBookFiles } from '#adapters/book-files/book-files.ts';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { connect } from '#wiring/connect.ts';
import { openReplay } from '#replay/replay.ts';
import { CHANNELS, SERVER, STEWARD_ROLE } from '#playground/world/cast.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import type { BotAccount, BotOrder } from './killable-life.ts';
import { type Moment, mortalStore } from './mortal-store.ts';
import { LOOKING_BACK } from '#test/support/book/looking-back.ts';

/*
 * One life of the bot: plays an episode into the local Discord of another process up to an instant, unless it kills
 * itself on the way. The order is its argument; what it has kept, it says at the end.
 */

const ALL = 10_000;

const order: BotOrder = JSON.parse(process.argv[2] ?? '');
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string, error: unknown) => process.stderr.write(`${event}: ${String(error)}\n`),
};
const wallClock = createWallClock();
const connection = connect({ api: order.api, token: order.token, server: SERVER.id, log, wallClock });
const recorded = await createEpisodes().open(order.episode);
const writes: { readonly name: string; stored: boolean }[] = [];
const stores: Store[] = [];
const replay = await openReplay({
  recorded: { ...recorded, episode: { ...recorded.episode, lastAt: order.until, expected: [] } },
  folder: order.folder,
  server: SERVER.id,
  settings: [
    { key: 'alerts.channel', text: CHANNELS[0].id },
    { key: 'alerts.role', text: STEWARD_ROLE.id },
    { key: 'book.condors', text: '10' },
    { key: 'book.hedge', text: '4,4,2' },
  ],
  calendar: exchangeCalendar(exchangeFacts),
  fomc: fomcStatements,
  lookingBack: LOOKING_BACK,
  thresholds,
  wallClock,
  log,
  channel: connection.channel,
  access: connection.access,
  attachments: connection.attachments,
  bookFiles: createBookFiles(),
  // Drawing is neither a row nor a request.
  charts: dotRenderer,
  about: { mode: 'playground', version: '0', startedAt: 0 },
  episodes: () => [],
  playEpisode: () => Promise.reject(new Error('none is played here')),
  speed: 0,
  changed: () => undefined,
  open: async (folder, book) => {
    const store = await openStore(folder, book);
    stores.push(store);
    return mortalStore(store, (moment, name, stored) => {
      if (moment === 'before') {
        writes.push({ name, stored });
      }
      Object.assign(writes.at(-1) ?? {}, { stored });
      dieIf(moment, writes.length);
    });
  },
});
await connection.serve(replay.steward.services);
await replay.stepper.start();
const account = await accountOf(stores[0]);
await replay.close();
await connection.stop();
process.stdout.write(JSON.stringify(account));

function dieIf(moment: Moment, count: number): void {
  if (order.dieAt?.moment === moment && order.dieAt.write === count) {
    process.kill(process.pid, 'SIGKILL');
  }
}

async function accountOf(store: Store | undefined): Promise<BotAccount> {
  if (!store) {
    throw new Error('no store was opened');
  }
  const { ledger, settings } = store;
  const deliveries = await ledger.deliveries(SERVER.id, ALL);
  const decisions = await ledger.decisions(SERVER.id, ALL);
  return {
    writes,
    kept: {
      memory: await ledger.memory(SERVER.id),
      decisions: await Promise.all(decisions.map(({ id }) => ledger.decision(SERVER.id, id))),
      deliveries: deliveries.map(({ alert, delivery }) => [alert.key, delivery.state]),
      work: (await ledger.work(0, order.until)).map(({ work, status }) => [work.id, status.state]),
      prints: await ledger.prints(order.until),
      place: await ledger.replayPosition(),
      settings: (await settings.read(SERVER.id)).settings,
    },
  };
}
