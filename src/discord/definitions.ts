import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandGroup } from './command.ts';

/**
 * What Discord is told of the commands.
 *
 * Discord knows permissions for whole groups only, and server admins may change them: a group is hidden from others
 * when all of it needs Manage Server, and every request is checked again when it arrives.
 */
export function definitions(
  groups: readonly CommandGroup[],
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return groups.map(({ name, description, commands }) => ({
    name,
    description,
    type: ApplicationCommandType.ChatInput,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
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
