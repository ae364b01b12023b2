import { isObject, objectsOf, textOf } from '#playground/json.ts';
import { COMMAND, commandType } from '#playground/discord-types.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { checkDescription, checkLocalizations, checkName, checkOptions } from './check-command-options.ts';
import { type Complaints, createComplaints, type FieldPath } from './complaints.ts';
import { checkText } from './limits.ts';

const LIMIT = { name: 32, size: 8000 };
const MOST = { [COMMAND.chatInput]: 100, [COMMAND.user]: 15, [COMMAND.message]: 15 } as const;

/**
 * Refuses command definitions as Discord does.
 *
 * @param commands - all of a scope, when they are set together; else one
 * @throws ApiError 50035 that names each field
 */
export function checkCommands(commands: readonly ApiObject[], isTogether: boolean): void {
  const complaints = createComplaints();
  const names = new Set<string>();
  for (const [index, command] of commands.entries()) {
    const path = isTogether ? [index] : [];
    checkCommand(complaints, path, command);
    const name = `${commandType(command)}:${textOf(command, 'name') ?? ''}`;
    if (names.has(name)) {
      complaints.add(path, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    names.add(name);
  }
  for (const [type, most] of Object.entries(MOST)) {
    if (commands.filter((command) => commandType(command) === Number(type)).length > most) {
      complaints.add(
        [],
        'APPLICATION_COMMAND_TOO_MANY',
        `Maximum number of application commands reached (${most}).`,
      );
    }
  }
  complaints.throwIfAny();
}

function checkCommand(complaints: Complaints, path: FieldPath, command: ApiObject): void {
  const isChat = commandType(command) === COMMAND.chatInput;
  if (isChat) {
    checkName(complaints, path, command);
    checkDescription(complaints, path, command);
    checkOptions(complaints, path, command);
  } else {
    checkText(complaints, [...path, 'name'], command['name'], { min: 1, max: LIMIT.name, isRequired: true });
  }
  checkLocalizations(complaints, [...path, 'name_localizations'], command['name_localizations'], LIMIT.name);
  if (sizeOf(command) > LIMIT.size) {
    complaints.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${LIMIT.size})`);
  }
}

/** Discord counts names, descriptions and choice values, each in its longest language. */
function sizeOf(node: ApiObject): number {
  const own = longest(node, 'name') + longest(node, 'description') + valueLength(node);
  const inner = [...objectsOf(node, 'options'), ...objectsOf(node, 'choices')];
  return inner.reduce((sum, child) => sum + sizeOf(child), own);
}

function valueLength(node: ApiObject): number {
  const value = node['value'];
  return typeof value === 'string' || typeof value === 'number' ? String(value).length : 0;
}

function longest(node: ApiObject, key: string): number {
  const localized = node[`${key}_localizations`];
  const texts: readonly unknown[] = isObject(localized) ? Object.values(localized) : [];
  return Math.max(0, ...[node[key], ...texts].map((text) => (typeof text === 'string' ? text.length : 0)));
}
