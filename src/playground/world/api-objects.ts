import type { ApiObject } from '#playground/page-protocol.ts';
import { APPLICATION, BOT, BOT_ROLE, EVERYBODY, OWNER, type Person, ROLES, SERVER } from './cast.ts';
import type { Channel, Server } from './server.ts';

const JOINED_AT = '2024-09-01T12:00:00.000000+00:00';
export const SERVER_LOCALE = 'en-US';

export function userObject(person: Person): ApiObject {
  return {
    id: person.id,
    username: person.username,
    global_name: person.isBot ? null : person.name,
    discriminator: person.isBot ? '0001' : '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(person.isBot && { bot: true }),
  };
}

export function memberObject(person: Person): ApiObject {
  return {
    user: userObject(person),
    nick: null,
    avatar: null,
    banner: null,
    avatar_decoration_data: null,
    collectibles: null,
    roles: person.roles,
    joined_at: JOINED_AT,
    premium_since: null,
    communication_disabled_until: null,
    flags: 0,
    pending: false,
    mute: false,
    deaf: false,
  };
}

export function roleObject(role: (typeof ROLES)[number]): ApiObject {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: !role.managed && role.id !== SERVER.id,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(role.id === BOT_ROLE.id && { tags: { bot_id: BOT.id } }),
  };
}

export function channelObject(channel: Channel, position = 0): ApiObject {
  if (channel.recipientId !== undefined) {
    const recipients = EVERYBODY.filter(({ id }) => id === channel.recipientId).map(userObject);
    return { id: channel.id, type: 1, flags: 0, last_message_id: null, recipients };
  }
  return {
    id: channel.id,
    type: 0,
    guild_id: SERVER.id,
    name: channel.name,
    topic: channel.topic,
    position,
    parent_id: null,
    last_message_id: null,
    last_pin_timestamp: null,
    rate_limit_per_user: 0,
    nsfw: false,
    flags: 0,
    permission_overwrites: channel.overwrites.map(({ id, kind, allow, deny }) => ({
      id,
      type: kind,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
}

export function serverObject(): ApiObject {
  return {
    id: SERVER.id,
    name: SERVER.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: OWNER.id,
    application_id: null,
    region: 'us-east',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: ROLES.map(roleObject),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: SERVER_LOCALE,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** The server as the gateway tells of it when the bot comes online. */
export function gatewayServerObject(server: Server): ApiObject {
  return {
    ...serverObject(),
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: EVERYBODY.length,
    members: [memberObject(BOT)],
    channels: server.channels().map(channelObject),
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function applicationObject(): ApiObject {
  return {
    id: APPLICATION.id,
    name: APPLICATION.name,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot: userObject(BOT),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: APPLICATION.verifyKey,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userObject(OWNER),
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    integration_types_config: { '0': {} },
    eligible_oauth2_scopes: [],
  };
}
