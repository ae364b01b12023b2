import { commands } from '#commands/index.ts';
import { createDiscordAttachments } from '#adapters/attachments/discord-attachments.ts';
import { createDiscordClient, type Discord, type DiscordParts } from '#discord/connection/discord-client.ts';
import type { Attachments } from '#ports/attachments.ts';
import type { Services } from '#services/index.ts';

/** A bot's way to Discord, whose answers may come from one episode now and from another later. */
export type Connection = Pick<Discord, 'channel' | 'access' | 'stop'> & {
  /** From now on the process ends when Discord's gateway is stuck, so that a supervisor starts it again. */
  watch(): void;
  /** From now on people are answered by these; logs in at the first call. @throws when Discord refuses */
  serve(services: Services): Promise<void>;
  /** The files that people give with commands. */
  readonly attachments: Attachments;
};

export function connect(parts: Omit<DiscordParts, 'commands' | 'onFatal'>): Connection {
  const discord = createDiscordClient({ ...parts, commands, onFatal: exitWith(parts.log) });
  return {
    channel: discord.channel,
    access: discord.access,
    attachments: createDiscordAttachments(parts.api === undefined ? {} : { api: parts.api }),
    watch: () => discord.watch(parts.wallClock),
    stop: () => discord.stop(),
    async serve(services) {
      await discord.start(services);
    },
  };
}

/** Without Discord there is nothing left to do; whoever supervises the process starts it again. */
function exitWith(log: DiscordParts['log']): DiscordParts['onFatal'] {
  return (reason, error) => {
    log.error(reason, error);
    process.exit(1);
  };
}
