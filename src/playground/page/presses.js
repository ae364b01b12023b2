// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { createInteractions } from './interactions.js'
 * @import { PressState } from './scene.js'
 * @import { PageState } from './state.js'
 */
import { numberOf, textOf } from './api.js';

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
