import { type ClientOptions, GatewayIntentBits, Options, type RESTOptions } from 'discord.js';
import { MINUTE } from '#domain/duration.ts';

/** Milliseconds that a request may take. */
const TIMEOUT = 15_000;

/**
 * Requests a second. Discord takes 50 of a bot; answers to interactions are not among them, but discord.js counts
 * them, and next to nothing else goes through the client.
 */
const ALERTS_A_SECOND = 40;
const ANSWERS_A_SECOND = 50;

/** Milliseconds that a request waits in line; a longer wait is an error, which says how long. */
const LONGEST_WAIT = MINUTE;
const LONGEST_WAIT_OF_ALERTS = 10_000;

/** @param api - where Discord's API is, without `/v10`; Discord's own when absent */
export function clientOptions(api: string | undefined): ClientOptions {
  return {
    intents: [GatewayIntentBits.Guilds],
    rest: {
      ...(api !== undefined && { api }),
      timeout: TIMEOUT,
      retries: 3,
      globalRequestsPerSecond: ANSWERS_A_SECOND,
      invalidRequestWarningInterval: 100,
      rejectOnRateLimit: ({ retryAfter, global }) => retryAfter > LONGEST_WAIT && !global,
    },
    // Else one server that is down holds back every command for 16 seconds.
    waitGuildTimeout: 0,
    enforceNonce: true,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 100, keepOverLimit: ({ id, client }) => id === client.user?.id },
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      ThreadMemberManager: 0,
    }),
  };
}

/** Alerts have requests of their own: the outbox repeats them, so nothing else may. */
export function alertRestOptions(api: string | undefined): Partial<RESTOptions> {
  return {
    ...(api !== undefined && { api }),
    timeout: TIMEOUT,
    retries: 0,
    globalRequestsPerSecond: ALERTS_A_SECOND,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_OF_ALERTS,
  };
}
