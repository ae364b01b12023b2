import * as spec from 'discord-api-spec/zod';

/** Says what is wrong with a value, in as many lines; none when nothing is. */
export type Check = (value: unknown) => readonly string[];

type Schema = typeof spec.MessageResponseSchema;

export type RouteChecks = {
  /** Absent where there is no body. */
  readonly request?: Check;
  /** By status; a status that is not here has no body. */
  readonly answers: Readonly<Record<number, Check>>;
};

function one(...schemas: readonly Schema[]): Check {
  return (value) => {
    const results = schemas.map((schema) => schema.safeParse(value));
    if (results.some(({ success }) => success)) {
      return [];
    }
    // Of a union, the alternative that comes nearest says most.
    const issues = results.map(({ error }) => error?.issues ?? []);
    const [nearest = []] = issues.toSorted((a, b) => depth(b) - depth(a));
    return nearest.map(({ path, message }) => `${path.map(String).join('.') || '(whole)'}: ${message}`);
  };
}

function depth(issues: readonly { readonly path: readonly PropertyKey[] }[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function many(schema: Schema): Check {
  return (value) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => one(schema)(item).map((line) => `${index}.${line}`))
      : ['(whole): is no list'];
}

const message: RouteChecks = { answers: { 200: one(spec.MessageResponseSchema) } };
const webhookMessage = {
  GET: message,
  PATCH: { ...message, request: one(spec.IncomingWebhookUpdateRequestPartialSchema) },
  DELETE: { answers: {} },
};
const command = one(spec.ApplicationCommandResponseSchema);
const commands = {
  GET: { answers: { 200: many(spec.ApplicationCommandResponseSchema) } },
  PUT: {
    request: many(spec.ApplicationCommandUpdateRequestSchema),
    answers: { 200: many(spec.ApplicationCommandResponseSchema) },
  },
  POST: {
    request: one(spec.ApplicationCommandCreateRequestSchema),
    answers: { 200: command, 201: command },
  },
};
const oneCommand = {
  GET: { answers: { 200: command } },
  PATCH: { request: one(spec.ApplicationCommandPatchRequestPartialSchema), answers: { 200: command } },
  DELETE: { answers: {} },
};

/** What the package knows of each route, by path and method as in Discord's OpenAPI document. */
export const ROUTES: Readonly<Record<string, Readonly<Record<string, RouteChecks>>>> = {
  '/gateway': { GET: { answers: { 200: one(spec.GatewayResponseSchema) } } },
  '/gateway/bot': { GET: { answers: { 200: one(spec.GatewayBotResponseSchema) } } },
  '/applications/@me': { GET: { answers: { 200: one(spec.PrivateApplicationResponseSchema) } } },
  '/oauth2/applications/@me': { GET: { answers: { 200: one(spec.PrivateApplicationResponseSchema) } } },
  '/users/@me': { GET: { answers: { 200: one(spec.UserPIIResponseSchema) } } },
  '/users/@me/guilds': { GET: { answers: { 200: many(spec.MyGuildResponseSchema) } } },
  '/users/@me/channels': {
    POST: {
      request: one(spec.CreatePrivateChannelRequestSchema),
      answers: { 200: one(spec.PrivateChannelResponseSchema) },
    },
  },
  '/users/{user_id}': { GET: { answers: { 200: one(spec.UserResponseSchema) } } },
  '/guilds/{guild_id}': { GET: { answers: { 200: one(spec.GuildWithCountsResponseSchema) } } },
  '/guilds/{guild_id}/channels': { GET: { answers: { 200: many(spec.GuildChannelResponseSchema) } } },
  '/guilds/{guild_id}/roles': { GET: { answers: { 200: many(spec.GuildRoleResponseSchema) } } },
  '/guilds/{guild_id}/members': { GET: { answers: { 200: many(spec.GuildMemberResponseSchema) } } },
  '/guilds/{guild_id}/members/{user_id}': { GET: { answers: { 200: one(spec.GuildMemberResponseSchema) } } },
  '/guilds/{guild_id}/threads/active': { GET: { answers: { 200: one(spec.ThreadsResponseSchema) } } },
  '/channels/{channel_id}': {
    GET: { answers: { 200: one(spec.GuildChannelResponseSchema, spec.PrivateChannelResponseSchema) } },
  },
  '/channels/{channel_id}/typing': { POST: { answers: {} } },
  '/channels/{channel_id}/messages': {
    GET: { answers: { 200: many(spec.MessageResponseSchema) } },
    POST: { ...message, request: one(spec.MessageCreateRequestSchema) },
  },
  '/channels/{channel_id}/messages/{message_id}': {
    GET: message,
    PATCH: { ...message, request: one(spec.MessageEditRequestPartialSchema) },
    DELETE: { answers: {} },
  },
  '/interactions/{interaction_id}/{interaction_token}/callback': {
    POST: {
      request: one(
        spec.CreateMessageInteractionCallbackRequestSchema,
        spec.UpdateMessageInteractionCallbackRequestSchema,
        spec.ApplicationCommandAutocompleteCallbackRequestSchema,
        spec.ModalInteractionCallbackRequestSchema,
      ),
      answers: { 200: one(spec.InteractionCallbackResponseSchema) },
    },
  },
  '/webhooks/{webhook_id}/{webhook_token}': {
    POST: { ...message, request: one(spec.IncomingWebhookRequestPartialSchema) },
  },
  '/webhooks/{webhook_id}/{webhook_token}/messages/@original': webhookMessage,
  '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': webhookMessage,
  '/applications/{application_id}/commands': commands,
  '/applications/{application_id}/commands/{command_id}': oneCommand,
  '/applications/{application_id}/guilds/{guild_id}/commands': commands,
  '/applications/{application_id}/guilds/{guild_id}/commands/{command_id}': oneCommand,
};

export const REFUSAL = one(spec.ErrorResponseSchema);
export const TOO_MANY = one(spec.RatelimitedResponseSchema);

/** Parts of what the gateway tells that have the form of REST answers. */
export const DISPATCHES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  GUILD_CREATE: {
    '': one(spec.GuildWithCountsResponseSchema),
    channels: many(spec.GuildChannelResponseSchema),
    members: many(spec.GuildMemberResponseSchema),
  },
  CHANNEL_UPDATE: { '': one(spec.GuildChannelResponseSchema) },
  CHANNEL_DELETE: { '': one(spec.GuildChannelResponseSchema) },
  MESSAGE_CREATE: { '': one(spec.MessageResponseSchema) },
  MESSAGE_UPDATE: { '': one(spec.MessageResponseSchema) },
  INTERACTION_CREATE: {
    message: one(spec.MessageResponseSchema),
    member: one(spec.GuildMemberResponseSchema),
    user: one(spec.UserResponseSchema),
  },
};
