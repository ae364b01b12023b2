import type { MessageCreateOptions } from 'discord.js';
import { createLocalDiscord } from '#playground/local-discord.ts';
import type { PlaybackControl, PlaybackRequest, PlaybackState } from '#playground/playback.ts';
import { startAnsweringBot } from '#test/support/discord/answering-bot.ts';
import { HeldTimers } from '#test/support/process/held-timers.ts';

/** A local Discord with a bot in it, an episode that only pretends to play, and time that passes when told to. */
export type Desk = {
  readonly pageUrl: string;
  /** Of `#vega-alerts`. */
  readonly channelId: string;
  /** What went wrong in the bot, oldest first. */
  readonly failures: readonly Error[];
  /** What the page asked of the player, oldest first. */
  readonly playbackRequests: readonly PlaybackRequest[];
  /** Lets the bot post to `#vega-alerts` or another channel. */
  post(message: MessageCreateOptions, channelName?: string): Promise<void>;
  /** Lets `/desk later` answer. */
  finishThought(): void;
  /** Lets the time pass within which the bot must answer; false while nothing waits for it. */
  letAnswersExpire(): boolean;
  close(): Promise<void>;
};

/** Milliseconds that Discord waits for a first answer. */
const ANSWER_WINDOW = 3000;

export async function openDesk(): Promise<Desk> {
  const timers = new HeldTimers();
  const thought = Promise.withResolvers<void>();
  const playbackRequests: PlaybackRequest[] = [];
  const discord = createLocalDiscord({
    now: () => Date.now(),
    control: pretendPlayer((request) => playbackRequests.push(request)),
    messageBucket: { limit: 1000, windowMs: 1000 },
    timers,
  });
  const { api, channelId, pageUrl, token } = await discord.start();
  const { client, failures } = await startAnsweringBot(api, token, thought.promise);
  return {
    pageUrl,
    channelId,
    failures,
    playbackRequests,
    async post(message, channelName = 'vega-alerts') {
      const channel = client.channels.cache.find((one) => 'name' in one && one.name === channelName);
      if (!channel?.isSendable()) {
        throw new Error(`There is no channel ${channelName} to post to.`);
      }
      await channel.send(message);
    },
    finishThought: thought.resolve,
    letAnswersExpire: () => timers.pass(ANSWER_WINDOW),
    async close() {
      await client.destroy();
      await discord.stop();
    },
  };
}

/** Does what is asked of it, except to step. */
function pretendPlayer(asked: (request: PlaybackRequest) => void): PlaybackControl {
  const listeners = new Set<(state: PlaybackState) => void>();
  let state: PlaybackState = {
    episodes: [
      { id: '2014-09-17', title: '2014-09-17 CPI, confirmed in a calm market' },
      { id: '2020-03-12', title: '2020-03-12 CPI, confirmed in a crash' },
    ],
    episode: '2014-09-17',
    instant: Date.UTC(2014, 8, 23, 20, 15),
    clock: 'Tue 2014-09-23 16:15 ET',
    phase: 'running',
    speed: 3600,
    progress: { arrived: 9, planned: 13 },
    canContinue: true,
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async request(request) {
      if (request.action === 'step') {
        throw new Error('There is nothing to step to.');
      }
      asked(request);
      state = { ...state, ...changeOf(request) };
      for (const listener of listeners) {
        listener(state);
      }
    },
  };
}

function changeOf(request: PlaybackRequest): Partial<PlaybackState> {
  switch (request.action) {
    case 'pause':
      return { phase: 'paused' };
    case 'resume':
      return { phase: 'running' };
    case 'speed':
      return { speed: request.speed };
    case 'episode':
      return { episode: request.episode };
    default:
      return {};
  }
}
