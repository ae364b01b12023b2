import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { CommandGroup } from '#discord/command/command.ts';

export type Registration = {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** Registered in this server alone, where changes show at once; everywhere when absent. */
  readonly server?: string;
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
};

/**
 * Tells Discord what can be asked, if it does not know already: it takes only so many changes a day.
 *
 * @throws what discord.js throws when Discord does not answer or refuses
 */
export async function registerCommands(registration: Registration): Promise<'registered' | 'known'> {
  const { rest, applicationId, server, commands } = registration;
  const route =
    server === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, server);
  if (isSame(commands, await rest.get(route))) {
    return 'known';
  }
  await rest.put(route, { body: commands });
  return 'registered';
}

/**
 * Whether Discord has everything that we would tell it, and no more of it.
 *
 * Discord adds fields of its own and leaves out what is `false` or empty, so only our own fields are looked at.
 */
function isSame(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) {
    return isSameList(ours, theirs);
  }
  if (typeof ours === 'object' && ours !== null) {
    return Object.entries(ours).every(([name, value]) => isSame(value, field(theirs, name)));
  }
  return (ours ?? false) === (theirs ?? false);
}

function isSameList(ours: readonly unknown[], theirs: unknown): boolean {
  const known = Array.isArray(theirs) ? theirs : [];
  return (
    ours.length === known.length &&
    ours.every((item, index) => isSame(item, counterpart(item, known) ?? known[index]))
  );
}

/** Commands come back in an order of Discord's own, so what has a name is found by it. */
function counterpart(item: unknown, known: readonly unknown[]): unknown {
  const name = field(item, 'name');
  return name === undefined ? undefined : known.find((other) => field(other, 'name') === name);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * What Discord is told of the commands.
 *
 * Discord knows permissions for whole groups only, and server admins may change them: a group is hidden from others
 * when all of it needs Manage Server, and every request is checked again when it arrives.
 *
 * @param scope - commands of one server say nothing of where they may be used: Discord keeps that for the others
 */
export function definitions(
  groups: readonly CommandGroup[],
  scope: 'everywhere' | 'one-server',
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return groups.map(({ name, description, commands }) => ({
    name,
    description,
    type: ApplicationCommandType.ChatInput,
    ...(scope === 'everywhere' && {
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    }),
    default_member_permissions: commands.every(({ access }) => access === 'manageServer')
      ? PermissionFlagsBits.ManageGuild.toString()
      : null,
    options: commands.map((command) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name: command.name,
      description: command.description,
      options: [...command.definition],
    })),
  }));
}
