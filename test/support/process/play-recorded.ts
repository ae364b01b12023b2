import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { fomcStatements } from '#config/fomc.ts';
import { thresholds } from '#config/thresholds.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createDiscordAttachments } from '#adapters/attachments/discord-attachments.ts';
import { createBookFiles } from '#adapters/book-files/book-files.ts';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { openReplay } from '#replay/replay.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { LOOKING_BACK } from '#test/support/book/looking-back.ts';

const SERVER = '100000000000000000';

/** Every decision of an episode, oldest first, played to its last instant or on to the end of its recording. */
export async function playRecorded(id: string, until: 'last' | 'end'): Promise<readonly Decision[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-play-'));
  const nothing = (): void => undefined;
  const replay = await openReplay({
    recorded: await createEpisodes().open(id),
    folder,
    server: SERVER,
    settings: [{ key: 'alerts.channel', text: '100000000000000007' }],
    calendar: exchangeCalendar(exchangeFacts),
    fomc: fomcStatements,
    lookingBack: LOOKING_BACK,
    thresholds,
    wallClock: createWallClock(),
    channel: { send: async ({ key }) => key, find: async () => undefined },
    access: { missing: async () => [] },
    attachments: createDiscordAttachments(),
    bookFiles: createBookFiles(),
    charts: {
      drawSignal: async () => ({ png: new Uint8Array(), altText: '' }),
      drawBook: async () => ({ png: new Uint8Array(), altText: '' }),
      stop: async () => undefined,
    },
    log: { info: nothing, warn: nothing, error: (_, error) => process.stderr.write(`${String(error)}\n`) },
    about: { mode: 'playground', version: '0', startedAt: 0 },
    episodes: () => [],
    playEpisode: () => Promise.reject(new Error('none is played here')),
    speed: 0,
    changed: nothing,
  });
  await replay.stepper.start();
  if (until === 'end') {
    await replay.stepper.continue();
    await replay.stepper.start();
  }
  await replay.close();
  const store = await openStore(folder, thresholds);
  const decisions = await store.ledger.decisions(SERVER, 1_000);
  await store.close();
  await rm(folder, { recursive: true });
  return decisions.toReversed();
}
