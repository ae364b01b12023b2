import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandGroup } from '#discord/command/command.ts';

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
