import { Client, Events, type Interaction, REST } from 'discord.js';
import type { CommandGroup } from '#discord/command/command.ts';
import { createChannelAccess } from './channel-access.ts';
import { alertRestOptions, clientOptions } from './client-options.ts';
import { definitions, registerCommands } from './register-commands.ts';
import { reportPresence } from './report-presence.ts';
import { watchGateway } from './watch-gateway.ts';
import { createAlertChannel } from '#discord/delivery/alert-channel.ts';
import { isUnauthorized } from '#discord/delivery/send-problem.ts';
import { dispatch } from '#discord/dispatch/dispatch.ts';
import { withoutSecrets } from '#discord/message/without-secrets.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Services } from '#services/index.ts';

export type DiscordParts = {
  readonly token: string;
  /** Where Discord's API is, without `/v10`; Discord's own when absent. */
  readonly api?: string;
  /** The one server that commands are registered in; everywhere when absent. */
  readonly server?: string;
  readonly commands: readonly CommandGroup[];
  readonly wallClock: WallClock;
  readonly log: Log;
  /** Told once when the connection is over for good, such as when the token is not taken any more. */
  readonly onFatal: (reason: string, error?: unknown) => void;
};

/** Discord, as far as the bot needs it: where it posts, what it may do there, and who asks it. */
export type Discord = {
  readonly channel: AlertChannel;
  readonly access: ChannelAccess;
  /**
   * Logs in, registers the commands and answers them from then on. May be called again: from then on people are
   * answered by what was given last.
   *
   * @returns once it is ready
   * @throws Error without secrets when Discord does not let it in
   */
  start(services: Services): Promise<{ readonly name: string; readonly applicationId: string }>;
  /** From now on ends the process, by way of `onFatal`, when the gateway is stuck. May be called again; the first call counts. */
  watch(clock: WallClock): void;
  /** Lets go of those who wait, then of Discord. May be called twice, also before `start`. */
  stop(): Promise<void>;
};

type Life = {
  /** Whose answers people get. */
  services?: Services;
  started?: ReturnType<Discord['start']>;
  watched?: Promise<void>;
  stopped?: Promise<void>;
};

/** Connects the unmodified discord.js to everything that the bot does; nothing happens before `start`. */
export function createDiscordClient(parts: DiscordParts): Discord {
  const client = new Client(clientOptions(parts.api));
  const alerts = new REST(alertRestOptions(parts.api)).setToken(parts.token);
  const access = createChannelAccess(client);
  const stopping = new AbortController();
  const fatal = once((reason: string, error?: unknown) => {
    if (!stopping.signal.aborted) {
      parts.onFatal(reason, withoutSecrets(error));
    }
  });
  const onUnauthorized = (error: unknown): void => fatal('Discord does not take the token any more', error);
  const channel = createAlertChannel({ rest: alerts, access, log: parts.log, onUnauthorized });
  const answering = new Set<Promise<void>>();
  const life: Life = {};

  const answer = (interaction: Interaction, services: Services): void => {
    const answered = dispatch(interaction, { ...parts, services, signal: stopping.signal });
    const forget = (): boolean => answering.delete(answered);
    answering.add(answered);
    answered.then(forget, forget);
  };

  const start = async (first: Services): ReturnType<Discord['start']> => {
    watch(client, parts.log, fatal);
    const services = (): Services => life.services ?? first;
    reportPresence(client, services, parts.log);
    client.on(Events.InteractionCreate, (interaction) => answer(interaction, services()));
    const { user, application } = await logIn(client, parts.token);
    await register(client, parts, application.id, onUnauthorized);
    parts.log.info('ready on Discord', { name: user.tag });
    return { name: user.tag, applicationId: application.id };
  };

  const stop = async (): Promise<void> => {
    stopping.abort();
    await Promise.allSettled([...answering, life.watched]);
    await client.destroy();
  };

  return {
    channel,
    access,
    start(services) {
      life.services = services;
      return (life.started ??= start(services));
    },
    watch(clock) {
      life.watched ??= watchGateway(client, { clock, signal: stopping.signal, onStuck: fatal });
    },
    stop: () => (life.stopped ??= stop()),
  };
}

/** @returns once it is ready. @throws Error without secrets when Discord does not let it in */
async function logIn(client: Client, token: string): Promise<Client<true>> {
  const { promise: ready, resolve } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  await client.login(token).catch((error: unknown) => {
    throw withoutSecrets(error);
  });
  return ready;
}

/** Commands of an earlier registration go on working, so a failure here stops nothing. */
async function register(
  { rest }: Client,
  { commands, server, log }: DiscordParts,
  applicationId: string,
  onUnauthorized: (error: unknown) => void,
): Promise<void> {
  try {
    const outcome = await registerCommands({
      rest,
      applicationId,
      commands: definitions(commands, server === undefined ? 'everywhere' : 'one-server'),
      ...(server !== undefined && { server }),
    });
    log.info('commands registered', { outcome });
  } catch (error) {
    log.error('commands not registered', withoutSecrets(error));
    if (isUnauthorized(error)) {
      onUnauthorized(error);
    }
  }
}

/** Without a listener for errors the process would die of them. */
function watch(client: Client, log: Log, fatal: DiscordParts['onFatal']): void {
  client.on(Events.Error, (error) => log.error('discord.js', withoutSecrets(error)));
  client.on(Events.ShardError, (error) => log.error('gateway', withoutSecrets(error)));
  client.on(Events.ShardReconnecting, () => log.info('gateway reconnects'));
  client.on(Events.ShardResume, (_, replayed) => log.info('gateway resumed', { replayed }));
  client.on(Events.ShardDisconnect, ({ code }) => fatal(`Discord closed the connection for good (${code})`));
  client.on(Events.Invalidated, () => fatal('Discord ended the session for good'));
  client.rest.on('invalidRequestWarning', ({ count }) => log.warn('many refused requests', { count }));
}

function once<Facts extends unknown[]>(tell: (...facts: Facts) => void): (...facts: Facts) => void {
  let isTold = false;
  return (...facts) => {
    if (!isTold) {
      isTold = true;
      tell(...facts);
    }
  };
}
