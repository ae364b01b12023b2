// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { PageState } from './state.js'
 * @import { createInteractions } from './interactions.js'
 */
import { nameOfUser } from './people.js';
import { numberOf, textOf } from './api.js';

/**
 * What the views of messages may ask of the page around them.
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

/**
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

/** @type {PressState} */
const UNTOUCHED = { pending: undefined, failure: undefined, chosen: new Map() };

/**
 * What became of the buttons and selects that were used, message by message.
 *
 * @param {PageState} state
 * @param {ReturnType<typeof createInteractions>} interactions
 * @param {{ changed: (messageId: string) => void, openModal: (modal: ApiObject, userId: string) => void }} page
 */
export function createPresses(state, interactions, page) {
  /** @type {Map<string, PressState>} */
  const states = new Map();

  /** @type {(messageId: string, change: Partial<PressState>) => void} */
  const update = (messageId, change) => {
    states.set(messageId, { ...UNTOUCHED, ...states.get(messageId), ...change });
    page.changed(messageId);
  };

  return {
    /** @param {string} messageId */
    stateOf: (messageId) => states.get(messageId) ?? UNTOUCHED,

    /**
     * A new version of a message says itself how its selects stand.
     *
     * @param {string} messageId
     */
    forget: (messageId) => {
      const known = states.get(messageId);
      if (known) {
        states.set(messageId, { ...UNTOUCHED, pending: known.pending });
      }
    },

    /**
     * @param {PageMessage} message
     * @param {ApiObject} component
     * @param {readonly string[]} [values]
     */
    press: (message, component, values) => {
      const customId = textOf(component, 'custom_id');
      const { pending, chosen } = states.get(message.id) ?? UNTOUCHED;
      if (pending !== undefined) {
        return;
      }
      const change = values ? { chosen: new Map(chosen).set(customId, values) } : {};
      update(message.id, { ...change, pending: customId, failure: undefined });
      const done = () => update(message.id, { pending: undefined });
      const { userId } = state;
      interactions.ask(
        {
          type: 'component',
          userId,
          channelId: state.channelId,
          messageId: message.id,
          customId,
          componentType: numberOf(component, 'type') ?? 0,
          ...(values ? { values } : {}),
        },
        {
          acknowledged: done,
          failed: (reason) => update(message.id, { pending: undefined, failure: reason }),
          modal: (modal) => {
            done();
            page.openModal(modal, userId);
          },
        },
      );
    },
  };
}
