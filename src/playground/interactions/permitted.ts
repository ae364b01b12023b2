import { allComponents, SELECTS } from '#playground/discord-types.ts';
import { isTrue, numberOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';
import type { Person } from '#playground/world/cast.ts';
import { ALL_PERMISSIONS, PERMISSION } from '#playground/world/permissions.ts';
import { type Channel, may } from '#playground/world/server.ts';
import type { World } from '#playground/world/world.ts';
import { type ComponentUse, Refused } from './use.ts';

const IN_DIRECT_CHANNEL = 1;

/** Why Discord would not offer a command to someone, in a sentence; `undefined` when it would. */
export function refusalOfCommand(
  world: World,
  command: ApiObject,
  { person, channel }: { readonly person: Person; readonly channel: Channel },
): string | undefined {
  if (channel.recipientId !== undefined) {
    const contexts: unknown = command['contexts'];
    const isOffered = Array.isArray(contexts)
      ? contexts.includes(IN_DIRECT_CHANNEL)
      : command['guild_id'] === undefined;
    return isOffered ? undefined : 'This command is not offered in direct messages.';
  }
  if (!may(world.server, person, channel, 'UseApplicationCommands')) {
    return 'You may not use commands in this channel.';
  }
  const text = textOf(command, 'default_member_permissions');
  const needed = text === undefined ? 0n : BigInt(text);
  const has = world.server.permissions(person, channel);
  // "0" keeps a command for administrators.
  const isOffered = text === '0' ? has === ALL_PERMISSIONS : (has & needed) === needed;
  return isOffered ? undefined : `This command needs the permission ${permissionNames(needed)}.`;
}

function permissionNames(bits: bigint): string {
  const names = Object.entries(PERMISSION).filter(([, bit]) => (bits & bit) !== 0n);
  return names.map(([name]) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')).join(', ') || 'Administrator';
}

/** @throws Refused unless the person sees the message and it has such a component that can be used so */
export function usableComponent(
  world: World,
  { userId, messageId, customId, values }: ComponentUse,
): { readonly stored: StoredMessage; readonly component: ApiObject } {
  const stored = /^\d{1,19}$/.test(messageId) ? world.store.messages.find(messageId) : undefined;
  if (!stored || (stored.ephemeralFor !== undefined && stored.ephemeralFor !== userId)) {
    throw new Refused('This message is no longer there.');
  }
  const component = allComponents(objectsOf(stored.message, 'components')).find(
    (candidate) => candidate['custom_id'] === customId,
  );
  if (!component) {
    throw new Refused('This message has no such button or list any more.');
  }
  if (isTrue(component, 'disabled')) {
    throw new Refused('This button or list is switched off.');
  }
  checkChoice(component, values);
  return { stored, component };
}

function checkChoice(component: ApiObject, values: readonly string[] | undefined): void {
  const isSelect = SELECTS.has(numberOf(component, 'type') ?? 0);
  if (isSelect !== (values !== undefined)) {
    throw new Refused(isSelect ? 'Choose something from the list.' : 'A button takes no choice.');
  }
  if (values) {
    checkChosen(component, values);
  }
}

function checkChosen(select: ApiObject, values: readonly string[]): void {
  const least = numberOf(select, 'min_values') ?? 1;
  const most = numberOf(select, 'max_values') ?? 1;
  if (values.length < least || values.length > most) {
    throw new Refused(`Choose between ${least} and ${most}.`);
  }
  const offered = objectsOf(select, 'options').map((option) => textOf(option, 'value'));
  if (offered.length > 0 && values.some((value) => !offered.includes(value))) {
    throw new Refused('The list has no such choice any more.');
  }
}
