import { isTrue, numberOf, objectsOf, textOf } from '#playground/json.ts';
import { OPTION } from '#playground/discord-types.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { channelObject, memberObject, roleObject, userObject } from '#playground/world/api-objects.ts';
import { EVERYBODY, ROLES } from '#playground/world/cast.ts';
import type { Server } from '#playground/world/server.ts';
import { Refused } from './use.ts';

/** Whether an option only leads to others. */
function isGroup(option: ApiObject): boolean {
  const type = numberOf(option, 'type');
  return type === OPTION.subCommand || type === OPTION.subCommandGroup;
}

/** The options that hold values, below the sub-commands that lead to them. */
export function leafOptions(options: readonly ApiObject[]): readonly ApiObject[] {
  return options.flatMap((option) =>
    isGroup(option) ? leafOptions(objectsOf(option, 'options')) : [option],
  );
}

/** The full name of what is invoked, such as `signal now`. */
export function invokedName(name: string, options: readonly ApiObject[]): string {
  const [group] = options.filter(isGroup);
  return group ? `${name} ${invokedName(textOf(group, 'name') ?? '', objectsOf(group, 'options'))}` : name;
}

/**
 * Discord sends no options but those that a command has, of their type and within their limits.
 *
 * @param isTyping - whether the command is still being typed, when much may be missing
 * @throws Refused
 */
export function checkOptions(definition: ApiObject, options: readonly ApiObject[], isTyping: boolean): void {
  const known = objectsOf(definition, 'options');
  if (known.some(isGroup) && options.length === 0) {
    throw new Refused(`Choose one of the sub-commands of ${textOf(definition, 'name')}.`);
  }
  for (const option of options) {
    const name = textOf(option, 'name') ?? '';
    const own = known.find((candidate) => candidate['name'] === name && candidate['type'] === option['type']);
    if (!own) {
      throw new Refused(`There is no option "${name}" of that kind.`);
    }
    if (isGroup(own)) {
      checkOptions(own, objectsOf(option, 'options'), isTyping);
    } else if (!isTyping) {
      checkValue(own, option['value']);
    }
  }
  const missing = known.find(
    (own) => isTrue(own, 'required') && !options.some(({ name }) => name === own['name']),
  );
  if (missing && !isTyping) {
    throw new Refused(`The option "${textOf(missing, 'name')}" is required.`);
  }
}

function checkValue(definition: ApiObject, value: unknown): void {
  const name = textOf(definition, 'name');
  if (!isOfType(numberOf(definition, 'type') ?? 0, value)) {
    throw new Refused(`The option "${name}" has a value of the wrong kind.`);
  }
  const { least, most, size } = rangeOf(definition, value);
  if (size < least || size > most) {
    throw new Refused(`The option "${name}" must be between ${least} and ${most}.`);
  }
  const choices = objectsOf(definition, 'choices');
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value)) {
    throw new Refused(`The option "${name}" has no such choice.`);
  }
}

/** Of a number its value, of a text its length. */
function rangeOf(
  definition: ApiObject,
  value: unknown,
): { readonly least: number; readonly most: number; readonly size: number } {
  const [unit, size] = typeof value === 'number' ? ['value', value] : ['length', String(value).length];
  return {
    least: numberOf(definition, `min_${unit}`) ?? -Infinity,
    most: numberOf(definition, `max_${unit}`) ?? Infinity,
    size,
  };
}

function isOfType(type: number, value: unknown): boolean {
  switch (type) {
    case OPTION.integer:
      return Number.isSafeInteger(value);
    case OPTION.number:
      return typeof value === 'number' && Number.isFinite(value);
    case OPTION.boolean:
      return typeof value === 'boolean';
    default:
      return typeof value === 'string';
  }
}

/** The users, roles and channels that ids stand for, as an interaction's `data.resolved`; absent without any. */
export function resolvedObjects(ids: readonly string[], server: Server): ApiObject | undefined {
  const users = EVERYBODY.filter(({ id }) => ids.includes(id));
  const roles = ROLES.filter(({ id }) => ids.includes(id));
  const channels = server.channels().filter(({ id }) => ids.includes(id));
  const byId = (objects: readonly ApiObject[]): ApiObject =>
    Object.fromEntries(objects.map((object) => [String(object['id']), object]));
  if (users.length + roles.length + channels.length === 0) {
    return undefined;
  }
  return {
    ...(users.length > 0 && {
      users: byId(users.map(userObject)),
      members: Object.fromEntries(
        users.map((user) => [user.id, { ...memberObject(user), user: undefined, permissions: '0' }]),
      ),
    }),
    ...(roles.length > 0 && { roles: byId(roles.map(roleObject)) }),
    ...(channels.length > 0 && {
      channels: byId(channels.map((channel) => ({ ...channelObject(channel), permissions: '0' }))),
    }),
  };
}

/** The ids among the values of options that name someone or something. */
export function idsIn(options: readonly ApiObject[]): readonly string[] {
  return leafOptions(options).flatMap((option) => {
    const type = numberOf(option, 'type') ?? 0;
    return type >= OPTION.user && type <= OPTION.mentionable ? (textOf(option, 'value') ?? []) : [];
  });
}
