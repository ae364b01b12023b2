// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { PageState } from './state.js'
 */
import { element } from './element.js';
import { isTrue, objectOf, objectsOf, textOf } from './api.js';

const COLOURS = 6;

/**
 * A round picture of someone without one: initials on a colour of their own.
 *
 * @param {string} id
 * @param {string} name
 * @param {boolean} [isBot] bots share a colour that nobody else has
 */
export function avatar(id, name, isBot = false) {
  let sum = 0;
  for (const letter of id) {
    sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  }
  return element(
    'span',
    { class: `avatar avatar-${isBot ? 'bot' : sum % COLOURS}`, 'aria-hidden': 'true' },
    initials(name),
  );
}

/**
 * @param {string} name
 * @returns {string} at most two letters
 */
export function initials(name) {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')
    .toUpperCase();
}

/**
 * The bot as its latest message shows it; before the first, one without a name of its own.
 *
 * @param {PageState} state
 * @returns {ApiObject}
 */
export function botUser(state) {
  for (const messages of state.messages.values()) {
    const author = objectOf(
      messages.findLast((message) => isTrue(objectOf(message, 'author'), 'bot')),
      'author',
    );
    if (author) {
      return author;
    }
  }
  return { id: '0', username: 'Bot', bot: true };
}

/**
 * The name of anyone whom the server or one of its messages mentions.
 *
 * @param {PageState} state
 * @param {string} id
 */
export function nameOfUser(state, id) {
  const member = state.users.find((user) => user.id === id);
  if (member) {
    return member.name;
  }
  const bot = botUser(state);
  if (textOf(bot, 'id') === id) {
    return displayName(bot);
  }
  const mentioned = [...state.messages.values()]
    .flat()
    .flatMap((message) => objectsOf(message, 'mentions'))
    .find((user) => textOf(user, 'id') === id);
  return mentioned ? displayName(mentioned) : 'unknown-user';
}

/**
 * @param {ApiObject | undefined} user of the API
 */
export function displayName(user) {
  return textOf(user, 'global_name') || textOf(user, 'username') || 'Unknown';
}
