import { ApiError } from '#playground/api-error.ts';
import { CHANNELS, type Person, PEOPLE, SERVER, serverPermissions } from './cast.ts';
import {
  ALL_PERMISSIONS,
  type Overwrite,
  PERMISSION,
  type PermissionName,
  permissionsIn,
} from './permissions.ts';

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly overwrites: readonly Overwrite[];
  /** The one person that the bot talks to here; absent for a channel of the server. */
  readonly recipientId?: string;
};

/** The server's channels and who may do what in them, which tests may change while the bot runs. */
export interface Server {
  channels(): readonly Channel[];
  /** One of the server, or the direct channel of a person. */
  findChannel(id: string): Channel | undefined;
  directChannel(person: Person): Channel;
  permissions(person: Person, channel: Channel): bigint;
  /** Sets the channel's exceptions anew; returns the channel as it is now. */
  overwrite(channelId: string, overwrites: readonly Overwrite[]): Channel;
  rename(channelId: string, change: { readonly name?: string; readonly topic?: string }): Channel;
  remove(channelId: string): Channel;
}

/** A direct channel's id is made of the person's, so that it needs no memory. */
const DIRECT_CHANNEL_OFFSET = 100n;

const DIRECT_CHANNELS: readonly Channel[] = PEOPLE.map((person) => ({
  id: (BigInt(person.id) + DIRECT_CHANNEL_OFFSET).toString(),
  name: person.name,
  topic: '',
  overwrites: [],
  recipientId: person.id,
}));

export function isDirectChannel(id: string): boolean {
  return DIRECT_CHANNELS.some((channel) => channel.id === id);
}

export function createServer(): Server {
  const channels = new Map<string, Channel>(
    CHANNELS.map((channel) => [channel.id, { ...channel, overwrites: [] }]),
  );
  const change = (id: string, part: Partial<Channel>): Channel => {
    const channel = channels.get(id);
    if (!channel) {
      throw new ApiError('unknownChannel');
    }
    const changed = { ...channel, ...part };
    channels.set(id, changed);
    return changed;
  };

  return {
    channels: () => [...channels.values()],
    findChannel: (id) => channels.get(id) ?? DIRECT_CHANNELS.find((channel) => channel.id === id),
    directChannel(person) {
      const channel = DIRECT_CHANNELS.find(({ recipientId }) => recipientId === person.id);
      if (!channel) {
        throw new ApiError('unknownUser');
      }
      return channel;
    },
    permissions(person, channel) {
      const base = serverPermissions(person);
      if (base === ALL_PERMISSIONS) {
        return base;
      }
      const bits = permissionsIn(person, base, channel.overwrites, SERVER.id);
      // Who cannot see a channel can do nothing in it.
      return (bits & PERMISSION.ViewChannel) === 0n ? 0n : bits;
    },
    overwrite: (id, overwrites) => change(id, { overwrites }),
    rename: (id, part) => change(id, part),
    remove(id) {
      const channel = change(id, {});
      channels.delete(id);
      return channel;
    },
  };
}

/** Whether someone may do all of this in a channel. */
export function may(
  server: Server,
  person: Person,
  channel: Channel,
  ...names: readonly PermissionName[]
): boolean {
  const bits = server.permissions(person, channel);
  return names.every((name) => (bits & PERMISSION[name]) !== 0n);
}
