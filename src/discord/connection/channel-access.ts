import {
  type Client,
  DiscordAPIError,
  type GuildBasedChannel,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';

/** What posting an alert with its chart, and finding it again, needs; in the words of Discord's settings. */
const NEEDED = [
  { name: 'View Channel', permission: PermissionFlagsBits.ViewChannel },
  { name: 'Send Messages', permission: PermissionFlagsBits.SendMessages },
  { name: 'Embed Links', permission: PermissionFlagsBits.EmbedLinks },
  { name: 'Attach Files', permission: PermissionFlagsBits.AttachFiles },
  { name: 'Read Message History', permission: PermissionFlagsBits.ReadMessageHistory },
];

/** What the bot may do in Discord's channels. */
export function createChannelAccess(client: Client): ChannelAccess {
  return {
    async missing(server, id) {
      const channel = await find(client, id);
      // An id from another server is no channel of this one, even where the bot is in both.
      if (channel?.guildId !== server) {
        throw new ChannelClosed(id, 'gone');
      }
      const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe());
      const permissions = channel.permissionsFor(me);
      return NEEDED.filter(({ permission }) => !permissions.has(permission)).map(({ name }) => name);
    },
  };
}

async function find(client: Client, id: string): Promise<GuildBasedChannel | undefined> {
  try {
    const channel = await client.channels.fetch(id);
    return channel && 'guild' in channel ? channel : undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel) {
      return undefined;
    }
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess) {
      throw new ChannelClosed(id, 'forbidden', ['View Channel']);
    }
    throw error;
  }
}
