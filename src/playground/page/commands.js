// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 *
 * @typedef {{
 *   readonly commandId: string,
 *   readonly name: string,
 *   readonly description: string,
 *   readonly groups: readonly { readonly type: number, readonly name: string }[],
 *   readonly options: readonly ApiObject[],
 * }} Invocation what can be typed after the slash: a command without sub-commands, or one of its sub-commands;
 *   `groups` are the option names that lead to it, outermost first
 */
import { numberOf, objectsOf, OPTION, textOf } from './api.js';

/**
 * Everything that can be invoked, sorted by its full name.
 *
 * @param {readonly ApiObject[]} commands
 * @returns {readonly Invocation[]}
 */
export function invocationsOf(commands) {
  return commands
    .filter((command) => (numberOf(command, 'type') ?? 1) === 1)
    .flatMap((command) =>
      leavesOf(command, {
        commandId: textOf(command, 'id'),
        name: textOf(command, 'name'),
        description: textOf(command, 'description'),
        groups: [],
        options: objectsOf(command, 'options'),
      }),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** @type {(node: ApiObject, own: Invocation) => readonly Invocation[]} */
function leavesOf(node, own) {
  const inner = objectsOf(node, 'options').filter(isGroup);
  if (inner.length === 0) {
    return [own];
  }
  return inner.flatMap((option) =>
    leavesOf(option, {
      ...own,
      name: `${own.name} ${textOf(option, 'name')}`,
      description: textOf(option, 'description'),
      groups: [
        ...own.groups,
        { type: numberOf(option, 'type') ?? OPTION.subCommand, name: textOf(option, 'name') },
      ],
      options: objectsOf(option, 'options'),
    }),
  );
}

/** @type {(option: ApiObject) => boolean} */
function isGroup(option) {
  const type = numberOf(option, 'type');
  return type === OPTION.subCommand || type === OPTION.subCommandGroup;
}

/**
 * Those that fit what was typed after the slash, the best fit first.
 *
 * @param {readonly Invocation[]} invocations
 * @param {string} typed
 */
export function matching(invocations, typed) {
  const wanted = typed.toLowerCase().replaceAll(/\s+/g, ' ');
  return invocations
    .map((invocation) => ({ invocation, rank: rankOf(invocation, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ invocation }) => invocation);
}

const NO_MATCH = 4;

/** @type {(invocation: Invocation, wanted: string) => number} */
function rankOf({ name, description }, wanted) {
  if (name.startsWith(wanted)) {
    return 0;
  }
  if (name.split(' ').some((word) => word.startsWith(wanted))) {
    return 1;
  }
  if (name.includes(wanted.trim())) {
    return 2;
  }
  return description.toLowerCase().includes(wanted.trim()) ? 3 : NO_MATCH;
}

/**
 * The options of an interaction, below the sub-commands that lead to them.
 *
 * @param {Invocation} invocation
 * @param {readonly ApiObject[]} options
 * @returns {readonly ApiObject[]}
 */
export function nestOptions(invocation, options) {
  return invocation.groups.reduceRight(
    /** @type {(inner: readonly ApiObject[], group: { type: number, name: string }) => readonly ApiObject[]} */
    (inner, { type, name }) => [{ type, name, options: inner }],
    options,
  );
}
