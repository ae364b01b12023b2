import { ApiError } from '../api-error.ts';
import { textOf } from '../json.ts';
import {
  applicationObject,
  channelObject,
  memberObject,
  roleObject,
  serverObject,
  userObject,
} from '../world/api-objects.ts';
import { BOT, EVERYBODY, PEOPLE, type Person, ROLES, SERVER } from '../world/cast.ts';
import { may } from '../world/server.ts';
import type { World } from '../world/world.ts';
import { bodyObject, ok, parameter, type RestRequest, type Route } from './route.ts';

const DAY = 86_400_000;

/** The bot itself, its server, and the people in it. */
export function generalRoutes(world: World, sessionStartsLeft: () => number): readonly Route[] {
  const gatewayUrl = (): string => `${world.origin().replace('http', 'ws')}/gateway`;
  const inServer = (request: RestRequest): void => {
    if (parameter(request, 'guild_id') !== SERVER.id) {
      throw new ApiError('unknownServer');
    }
  };
  const get = (path: string, run: (request: RestRequest) => unknown): Route => ({
    method: 'GET',
    path,
    access: 'bot',
    run: (request) => ok(run(request)),
  });
  const ofServer = (path: string, run: (request: RestRequest) => unknown): Route =>
    get(`/guilds/{guild_id}${path}`, (request) => {
      inServer(request);
      return run(request);
    });

  return [
    get('/gateway', () => ({ url: gatewayUrl() })),
    get('/gateway/bot', () => ({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: {
        total: 1000,
        remaining: sessionStartsLeft(),
        reset_after: DAY,
        max_concurrency: 1,
      },
    })),
    get('/applications/@me', applicationObject),
    get('/oauth2/applications/@me', applicationObject),
    get('/users/@me', () => ({
      ...userObject(BOT),
      mfa_enabled: true,
      locale: 'en-US',
      verified: true,
      email: null,
    })),
    get('/users/@me/guilds', () => [ownServer(world)]),
    get('/users/{user_id}', (request) => userObject(personOf(parameter(request, 'user_id'), 'unknownUser'))),
    {
      method: 'POST',
      path: '/users/@me/channels',
      access: 'bot',
      run(request) {
        const person = PEOPLE.find(({ id }) => id === textOf(bodyObject(request), 'recipient_id'));
        if (!person) {
          throw new ApiError('unknownUser');
        }
        return ok(channelObject(world.server.directChannel(person)));
      },
    },
    ofServer('', (request) => ({
      ...serverObject(),
      ...(request.query.get('with_counts') === 'true' && {
        approximate_member_count: EVERYBODY.length,
        approximate_presence_count: EVERYBODY.length,
      }),
    })),
    ofServer('/channels', () => world.server.channels().map(channelObject)),
    ofServer('/roles', () => ROLES.map(roleObject)),
    ofServer('/members', () => EVERYBODY.map(memberObject)),
    ofServer('/members/{user_id}', (request) =>
      memberObject(personOf(parameter(request, 'user_id'), 'unknownMember')),
    ),
    ofServer('/threads/active', () => ({ threads: [], members: [], has_more: false })),
    get('/channels/{channel_id}', (request) => {
      const channel = world.server.findChannel(parameter(request, 'channel_id'));
      if (!channel) {
        throw new ApiError('unknownChannel');
      }
      if (channel.recipientId === undefined && !may(world.server, BOT, channel, 'ViewChannel')) {
        throw new ApiError('missingAccess');
      }
      return channelObject(channel);
    }),
  ];
}

function personOf(id: string, refusal: 'unknownUser' | 'unknownMember'): Person {
  const person = EVERYBODY.find((candidate) => candidate.id === id);
  if (!person) {
    throw new ApiError(refusal);
  }
  return person;
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
