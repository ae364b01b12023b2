// @ts-check
/**
 * What the views of messages may ask of the page around them.
 *
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 *
 * @typedef {{ readonly id: string, readonly name: string }} Named
 *
 * @typedef {{
 *   now: () => number,
 *   users: () => readonly Named[],
 *   roles: () => readonly Named[],
 *   channels: () => readonly Named[],
 *   userName: (id: string) => string,
 *   roleName: (id: string) => string,
 *   channelName: (id: string) => string | undefined,
 *   openChannel: (id: string) => void,
 *   press: (message: PageMessage, component: ApiObject, values?: readonly string[]) => void,
 *   pressState: (messageId: string) => PressState,
 *   dismiss: (messageId: string) => void,
 * }} Scene
 *   `now` is the episode's instant where one is played, so that "in 3 hours" is counted as the bot counts it
 *
 * @typedef {{
 *   readonly pending: string | undefined,
 *   readonly failure: string | undefined,
 *   readonly chosen: ReadonlyMap<string, readonly string[]>,
 * }} PressState custom id that waits for an answer, why the last press failed, and what selects were left at
 */

import { nameOfUser } from './names.js';

/**
 * @import { PageState } from './state.js'
 * @param {PageState} state
 * @param {Pick<Scene, 'openChannel' | 'press' | 'pressState' | 'dismiss'>} acts
 * @returns {Scene}
 */
export function createScene(state, acts) {
  return {
    ...acts,
    now: () => state.playback?.instant ?? Date.now(),
    users: () => state.users,
    roles: () => state.roles.map(({ id, name }) => ({ id, name: name.replace(/^@/, '') })),
    channels: () => state.channels,
    userName: (id) => nameOfUser(state, id),
    // The role that everybody has bears its mark in its name.
    roleName: (id) => state.roles.find((role) => role.id === id)?.name.replace(/^@/, '') ?? 'unknown-role',
    channelName: (id) => state.channels.find((channel) => channel.id === id)?.name,
  };
}
