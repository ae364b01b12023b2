import { PermissionFlagsBits } from 'discord.js';
import { NotAllowed, OutsideServer } from '#domain/problem.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Services } from '#services/index.ts';
import type { Access, CommandContext, CommandGroup, Rank } from '#discord/command/command.ts';
import type { AnyInteraction } from './interactions.ts';

export type DispatchParts = {
  readonly commands: readonly CommandGroup[];
  readonly services: Services;
  readonly wallClock: WallClock;
  readonly log: Log;
  /** Aborted when the bot stops. */
  readonly signal: AbortSignal;
};

const ORDER: Readonly<Record<Rank, number>> = { member: 0, steward: 1, manageServer: 2 };
const NEEDED: Readonly<Record<Access, Rank>> = {
  everyone: 'member',
  steward: 'steward',
  manageServer: 'manageServer',
};

/**
 * Everything that a command is told of who asks and where.
 *
 * @throws OutsideServer, NotAllowed
 */
export async function commandContext(
  interaction: AnyInteraction,
  access: Access,
  parts: DispatchParts,
  run: Pick<CommandContext, 'signal' | 'showProgress'>,
): Promise<CommandContext> {
  const { guildId: server, channelId: channel, user, locale } = interaction;
  if (server === null || channel === null) {
    throw new OutsideServer();
  }
  const rank = await rankOf(interaction, server, parts.services);
  if (access !== 'everyone' && ORDER[rank] < ORDER[NEEDED[access]]) {
    throw new NotAllowed(access);
  }
  return {
    interaction: interaction.id,
    server,
    channel,
    member: { id: user.id, name: user.displayName, rank },
    locale,
    now: parts.services.now(),
    services: parts.services,
    commands: parts.commands,
    ...run,
  };
}

async function rankOf(interaction: AnyInteraction, server: string, services: Services): Promise<Rank> {
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) {
    return 'manageServer';
  }
  const { settings } = await services.settings(server);
  const role = settings['steward.role'];
  return role !== null && hasRole(interaction.member?.roles, role) ? 'steward' : 'member';
}

/** Roles are a list of ids, or discord.js's cache of them. */
function hasRole(roles: unknown, role: string): boolean {
  if (Array.isArray(roles)) {
    return roles.includes(role);
  }
  const cache: unknown = field(roles, 'cache');
  return cache instanceof Map && cache.has(role);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
