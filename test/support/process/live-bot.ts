import { readEnv } from '#config/env.ts';
import { readStartArguments } from '#cli/start-arguments.ts';
import { openSession } from '#wiring/open-session.ts';
import { createTerminal } from '#cli/terminal.ts';
import { createLocalDiscord } from '#playground/local-discord.ts';
import type { OptionValues } from '#playground/seat/sent-values.ts';
import { CHANNELS, STEWARD_ROLE } from '#playground/world/cast.ts';
import { ask, type Told, words } from '#test/support/asking.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { LoopbackProvider } from '#test/support/http/loopback-provider.ts';
import { keptLog } from '#test/support/discord/player-in-discord.ts';
import { type ProviderDay, providerDay } from './provider-day.ts';
import { createShiftedClock, type ShiftedClock } from './shifted-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Milliseconds between two looks. */
const PAUSE = 500;

const [ALERTS, GENERAL] = CHANNELS;

/** The bot as `npm start` opens it with a token, on a local Discord, with one loopback server for every source. */
export type LiveBot = {
  readonly day: ProviderDay;
  readonly clock: ShiftedClock;
  readonly provider: LoopbackProvider;
  readonly errors: readonly string[];
  /** Names the alert channel and the stewards. */
  setUp(): Promise<void>;
  asks(who: 'member' | 'steward' | 'owner', path: string, values?: OptionValues): Promise<Told>;
  /** Waits for the message in the alert channel that has some words in it. */
  card(with_: string): Promise<{ readonly text: string }>;
  /** Asks until it is so. */
  eventually(isSo: () => Promise<boolean>): Promise<void>;
  /** Messages of the alert channel, oldest first. */
  alerts(): readonly string[];
  close(): Promise<void>;
};

export type LiveBotOptions = {
  /** Epoch milliseconds (UTC). */
  readonly startAt: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What is different on the day, from the start on. */
  readonly day?: Partial<ProviderDay>;
};

export async function openLiveBot({ startAt, env = {}, day: otherwise }: LiveBotOptions): Promise<LiveBot> {
  const clock = createShiftedClock(startAt);
  const day: ProviderDay = { now: () => clock.now(), down: new Set(), ...otherwise };
  const provider = new LoopbackProvider();
  provider.answer = providerDay(day);
  await provider.start();
  const discord = createLocalDiscord({
    now: () => clock.now(),
    messageBucket: { limit: 1_000, windowMs: 1_000 },
  });
  const { api, token } = await discord.start();
  const errors: string[] = [];
  const session = await openSession({
    env: readEnv({
      DATA_DIR: await temporaryFolder(),
      DISCORD_API: api,
      DISCORD_TOKEN: token,
      SOURCES_URL: `http://${provider.host}`,
      ...env,
    }),
    startArguments: readStartArguments([]),
    terminal: createTerminal({ out: () => undefined }),
    isTerminal: false,
    log: keptLog(errors, []),
    wallClock: clock,
  });
  const asks: LiveBot['asks'] = (who, path, values) =>
    ask(discord, discord.actAs(discord.people[who].id), path, { values, channelId: GENERAL.id });
  return {
    day,
    clock,
    provider,
    errors,
    asks,
    async setUp() {
      await asks('owner', 'steward setup', { channel: ALERTS.id, stewards: STEWARD_ROLE.id });
    },
    async card(with_) {
      const isMeant = (message: Parameters<typeof words>[0]): boolean =>
        message['channel_id'] === ALERTS.id && words(message).includes(with_);
      const there = discord.messages(ALERTS.id).find(isMeant);
      return { text: words(there ?? (await discord.waitForMessage(isMeant))) };
    },
    async eventually(isSo) {
      while (!(await isSo())) {
        await clock.wait(PAUSE, new AbortController().signal);
      }
    },
    alerts: () => discord.messages(ALERTS.id).map(words),
    async close() {
      await session.stop();
      await discord.stop();
      await provider.stop();
      const complaints = judge(discord.requests());
      if (complaints.length > 0) {
        throw new Error(complaints.join('\n'));
      }
    },
  };
}
