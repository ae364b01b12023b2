import { ApiError } from '#playground/api-error.ts';
import { textOf } from '#playground/json.ts';
import { gatewayUrl } from '#playground/gateway/welcome.ts';
import { applicationObject, channelObject, userObject } from '#playground/world/api-objects.ts';
import { BOT, EVERYBODY, PEOPLE, SERVER } from '#playground/world/cast.ts';
import type { World } from '#playground/world/world.ts';
import { bodyObject, ok, parameter, readingRoute, type RestRequest, type Route } from './route.ts';

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
