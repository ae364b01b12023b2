/** What a member may do, as bits of Discord's permission set; those that anything here asks for. */
export const PERMISSION = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ChangeNickname: 1n << 26n,
  ManageRoles: 1n << 28n,
  ManageWebhooks: 1n << 29n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof PERMISSION;

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

export function permissionBits(...names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSION[name], 0n);
}

/** A channel's exception for one role (`kind` 0) or member (`kind` 1). */
export type Overwrite = {
  readonly id: string;
  readonly kind: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
};

/**
 * What a member may do in a channel: the roles' permissions, then the channel's exceptions for everyone, for the
 * member's roles, for the member.
 *
 * @param member - `roles` without the server's own everyone role, whose id is the server's
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  member: { readonly id: string; readonly roles: readonly string[] },
  base: bigint,
  overwrites: readonly Overwrite[],
  serverId: string,
): bigint {
  if ((base & PERMISSION.Administrator) !== 0n) {
    return ALL_PERMISSIONS;
  }
  const layers = [
    overwrites.filter(({ id }) => id === serverId),
    overwrites.filter(({ id, kind }) => kind === 0 && member.roles.includes(id)),
    overwrites.filter(({ id, kind }) => kind === 1 && id === member.id),
  ];
  return layers.reduce((bits, layer) => {
    const deny = layer.reduce((all, overwrite) => all | overwrite.deny, 0n);
    const allow = layer.reduce((all, overwrite) => all | overwrite.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}
