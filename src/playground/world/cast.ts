import { ALL_PERMISSIONS, permissionBits } from './permissions.ts';

/** The server that a local Discord opens with. Ids are fixed, so that they stay the same over restarts. */
export const SERVER = { id: '1290000000000000001', name: 'Local Discord' } as const;

export const APPLICATION = {
  id: '1290000000000000002',
  name: 'Vega Steward',
  verifyKey: '0'.repeat(64),
} as const;

export const ROLES = [
  {
    id: SERVER.id,
    name: '@everyone',
    position: 0,
    color: 0,
    managed: false,
    permissions: permissionBits(
      'ViewChannel',
      'SendMessages',
      'EmbedLinks',
      'AttachFiles',
      'ReadMessageHistory',
      'AddReactions',
      'ChangeNickname',
      'UseApplicationCommands',
    ),
  },
  {
    id: '1290000000000000011',
    name: 'Steward',
    position: 1,
    color: 0x3b_a5_5d,
    managed: false,
    permissions: 0n,
  },
  {
    id: '1290000000000000012',
    name: APPLICATION.name,
    position: 2,
    color: 0,
    managed: true,
    permissions: permissionBits(
      'ViewChannel',
      'SendMessages',
      'EmbedLinks',
      'AttachFiles',
      'ReadMessageHistory',
    ),
  },
] as const;

export const [, STEWARD_ROLE, BOT_ROLE] = ROLES;

export type Person = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Ids of roles, without the one that everyone has. */
  readonly roles: readonly string[];
  /** What this person may do, in words. */
  readonly access: string;
  readonly isBot: boolean;
};

export const MEMBER: Person = {
  id: '1290000000000000021',
  username: 'mara',
  name: 'Mara',
  roles: [],
  access: 'Member',
  isBot: false,
};

export const STEWARD: Person = {
  id: '1290000000000000022',
  username: 'tomas',
  name: 'Tomas',
  roles: [STEWARD_ROLE.id],
  access: 'Steward',
  isBot: false,
};

export const OWNER: Person = {
  id: '1290000000000000023',
  username: 'olivia',
  name: 'Olivia',
  roles: [],
  access: 'Manage Server',
  isBot: false,
};

export const BOT: Person = {
  id: APPLICATION.id,
  username: APPLICATION.name,
  name: APPLICATION.name,
  roles: [BOT_ROLE.id],
  access: 'Bot',
  isBot: true,
};

/** Those whom somebody at the page or in a test can be. */
export const PEOPLE: readonly Person[] = [MEMBER, STEWARD, OWNER];

export const EVERYBODY: readonly Person[] = [...PEOPLE, BOT];

export const CHANNELS = [
  { id: '1290000000000000031', name: 'vega-alerts', topic: 'Where the bot posts its alerts' },
  { id: '1290000000000000032', name: 'general', topic: 'Everything else' },
  { id: '1290000000000000033', name: 'desk', topic: 'A second place to post alerts' },
] as const;

/** What a member may do in the whole server, before any channel's exceptions. */
export function serverPermissions(person: Person): bigint {
  if (person.id === OWNER.id) {
    return ALL_PERMISSIONS;
  }
  return ROLES.filter(({ id }) => id === SERVER.id || person.roles.includes(id)).reduce(
    (bits, role) => bits | role.permissions,
    0n,
  );
}
