// @ts-check
/**
 * @import { PageMessage } from '../page-protocol.ts'
 * @import { PageState } from './state.js'
 */
import { freshId } from './element.js';
import { botUser, nameOfUser } from './names.js';

/**
 * Stands in the channel for a command that was sent and has no answer yet, seen by whoever sent it.
 *
 * @param {PageState} state
 * @param {string} command its full name, such as `signal now`
 * @returns {PageMessage}
 */
export function attemptOf(state, command) {
  const user = { id: state.userId, username: nameOfUser(state, state.userId) };
  return {
    id: freshId('attempt'),
    attempt: 'sending',
    ephemeralFor: state.userId,
    author: botUser(state),
    timestamp: new Date(Date.now()).toISOString(),
    interaction: { name: command, user },
  };
}
