import { ApiError } from '#playground/api-error.ts';
import { channelObject, memberObject, roleObject, serverObject } from '#playground/world/api-objects.ts';
import { BOT, EVERYBODY, ROLES, SERVER } from '#playground/world/cast.ts';
import { may } from '#playground/world/server.ts';
import type { World } from '#playground/world/world.ts';
import { parameter, readingRoute, type RestRequest, type Route } from './route.ts';

/** The server, its channels, roles and members. */
export function serverRoutes(world: World): readonly Route[] {
  return [
    ofServer('', serverWithCounts),
    ofServer('/channels', () => world.server.channels().map(channelObject)),
    ofServer('/roles', () => ROLES.map(roleObject)),
    ofServer('/members', () => EVERYBODY.map(memberObject)),
    ofServer('/members/{user_id}', memberOf),
    ofServer('/threads/active', () => ({ threads: [], members: [], has_more: false })),
    readingRoute('/channels/{channel_id}', (request) => channelOf(world, request)),
  ];
}

function ofServer(path: string, read: (request: RestRequest) => object): Route {
  return readingRoute(`/guilds/{guild_id}${path}`, (request) => {
    if (parameter(request, 'guild_id') !== SERVER.id) {
      throw new ApiError('unknownServer');
    }
    return read(request);
  });
}

function serverWithCounts({ query }: RestRequest): object {
  const counts = {
    approximate_member_count: EVERYBODY.length,
    approximate_presence_count: EVERYBODY.length,
  };
  return { ...serverObject(), ...(query.get('with_counts') === 'true' && counts) };
}

function memberOf(request: RestRequest): object {
  const person = EVERYBODY.find(({ id }) => id === parameter(request, 'user_id'));
  if (!person) {
    throw new ApiError('unknownMember');
  }
  return memberObject(person);
}

function channelOf({ server }: World, request: RestRequest): object {
  const channel = server.findChannel(parameter(request, 'channel_id'));
  if (!channel) {
    throw new ApiError('unknownChannel');
  }
  if (channel.recipientId === undefined && !may(server, BOT, channel, 'ViewChannel')) {
    throw new ApiError('missingAccess');
  }
  return channelObject(channel);
}
