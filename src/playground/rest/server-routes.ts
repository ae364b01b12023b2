import { ApiError } from '#playground/api-error.ts';
import { textOf } from '#playground/json.ts';
import { gatewayUrl } from '#playground/gateway/dispatches.ts';
import {
  applicationObject,
  channelObject,
  memberObject,
  roleObject,
  serverObject,
  userObject,
} from '#playground/world/api-objects.ts';
import { BOT, EVERYBODY, PEOPLE, ROLES, SERVER } from '#playground/world/cast.ts';
import type { World } from '#playground/world/world.ts';
import { bodyObject, ok, parameter, readingRoute, type RestRequest, type Route } from './router.ts';
import { may } from '#playground/world/server.ts';

const DAY = 86_400_000;
const STARTS_A_DAY = 1000;

/** The gateway's address, the bot itself, and the people that it can speak to. */
export function ownRoutes(world: World, sessionStartsLeft: () => number): readonly Route[] {
  return [
    readingRoute('/gateway', () => ({ url: gatewayUrl(world) })),
    readingRoute('/gateway/bot', () => ({
      url: gatewayUrl(world),
      shards: 1,
      session_start_limit: {
        total: STARTS_A_DAY,
        remaining: sessionStartsLeft(),
        reset_after: DAY,
        max_concurrency: 1,
      },
    })),
    readingRoute('/applications/@me', applicationObject),
    readingRoute('/oauth2/applications/@me', applicationObject),
    readingRoute('/users/@me', () => ({
      ...userObject(BOT),
      mfa_enabled: true,
      locale: 'en-US',
      verified: true,
      email: null,
    })),
    readingRoute('/users/@me/guilds', () => [ownServer(world)]),
    readingRoute('/users/{user_id}', userOf),
    {
      method: 'POST',
      path: '/users/@me/channels',
      access: 'bot',
      run: (request) => ok(directChannel(world, request)),
    },
  ];
}

function userOf(request: RestRequest): object {
  const person = EVERYBODY.find(({ id }) => id === parameter(request, 'user_id'));
  if (!person) {
    throw new ApiError('unknownUser');
  }
  return userObject(person);
}

function directChannel(world: World, request: RestRequest): object {
  const person = PEOPLE.find(({ id }) => id === textOf(bodyObject(request), 'recipient_id'));
  if (!person) {
    throw new ApiError('unknownUser');
  }
  return channelObject(world.server.directChannel(person));
}

function ownServer(world: World): object {
  const [channel] = world.server.channels();
  return {
    id: SERVER.id,
    name: SERVER.name,
    icon: null,
    banner: null,
    owner: false,
    features: [],
    permissions: channel ? world.server.permissions(BOT, channel).toString() : '0',
  };
}

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
