// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { PageState } from './state.js'
 */
import { isTrue, objectOf, objectsOf, textOf } from './api.js';

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
