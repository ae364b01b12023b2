import { onTestFinished, vi } from 'vitest';
import { commands } from '#commands/index.ts';
import { createDiscordClient, type Discord } from '#discord/connection/discord-client.ts';
import type { CommandGroup } from '#discord/command/command.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Services } from '#services/index.ts';
import { type Started, startDiscord } from '#test/playground/logged-in.ts';

export type Connected = Started & {
  readonly bot: Discord;
  readonly log: Log;
  readonly onFatal: (reason: string, error?: unknown) => void;
};

/** Time that passes at once. */
export const noWaiting: WallClock = { now: () => 0, wait: async () => undefined };

export function aLog(): Log {
  return { info: vi.fn<Log['info']>(), warn: vi.fn<Log['warn']>(), error: vi.fn<Log['error']>() };
}

/** The bot beside a local Discord, not logged in; it ends with the test. */
export function aBot(place: Started, groups: readonly CommandGroup[] = commands): Connected {
  const log = aLog();
  const onFatal = vi.fn<Connected['onFatal']>();
  const bot = createDiscordClient({
    token: place.address.token,
    api: place.address.api,
    server: place.address.serverId,
    commands: groups,
    wallClock: noWaiting,
    log,
    onFatal,
  });
  onTestFinished(() => bot.stop());
  return { ...place, bot, log, onFatal };
}

/** The bot, logged in to a local Discord; both end with the test. */
export async function connect(
  services: Services,
  started?: Started,
  groups?: readonly CommandGroup[],
): Promise<Connected> {
  const connected = aBot(started ?? (await startDiscord()), groups);
  await connected.bot.start(services);
  return connected;
}
