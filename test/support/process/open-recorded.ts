import { exchangeFacts } from '#config/exchange-facts.ts';
import { fomcStatements } from '#config/fomc-statements.ts';
import { thresholds } from '#config/thresholds.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createDiscordAttachments } from '#adapters/attachments/discord-attachments.ts';
import { createBookFiles } from '#adapters/book-files/book-files.ts';
import { createEpisodes, EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { openReplay, type Replay } from '#replay/replay.ts';
import { LOOKING_BACK } from '#test/support/book/looking-back.ts';

/** The server that a recorded episode is played to where nobody looks. */
export const RECORDED_SERVER = '100000000000000000';

type Recording = {
  /** The day of its first print. */
  readonly id: string;
  readonly folder: string;
  /** Whether its server begins with the method's own book, as in the playground. */
  readonly withBook: boolean;
  /** Called with each message before it counts as sent. */
  readonly onSend?: () => Promise<void>;
};

/** A recorded episode without Discord and pictures, at its first instant. */
export async function openRecorded({ id, folder, withBook, onSend }: Recording): Promise<Replay> {
  const nothing = (): void => undefined;
  const recorded = await createEpisodes().open(id);
  const calendar = exchangeCalendar(exchangeFacts);
  return openReplay({
    recorded,
    folder,
    server: RECORDED_SERVER,
    settings: [{ key: 'alerts.channel', text: '100000000000000007' }],
    ...(withBook && { hasModelBook: true, marks: createRecordedMarks(EPISODES, calendar) }),
    calendar,
    fomc: fomcStatements,
    lookingBack: LOOKING_BACK,
    thresholds,
    wallClock: createWallClock(),
    channel: {
      async send({ key }) {
        await onSend?.();
        return key;
      },
      find: async () => undefined,
      mark: async () => undefined,
    },
    access: { missing: async () => [] },
    attachments: createDiscordAttachments(),
    bookFiles: createBookFiles(),
    charts: {
      drawAlert: async () => ({ png: new Uint8Array(), altText: '' }),
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
}
