// @ts-check
/**
 * @import { ApiObject, FromPage, ToPage } from '../page-protocol.ts'
 *
 * @typedef {{
 *   acknowledged?: () => void,
 *   failed: (reason: string) => void,
 *   choices?: (choices: readonly ApiObject[]) => void,
 *   modal?: (modal: ApiObject) => void,
 * }} Outcome what to do when the answer comes; only `failed` may come without a connection
 *
 * @typedef {FromPage extends infer Event ? Event extends { ref: string } ? Omit<Event, 'ref'> : never : never} Question
 */

const NO_CONNECTION = 'There is no connection to the playground. Try again when it is back.';
const NO_ANSWER = 'The application did not respond';

/**
 * Asks the local Discord for things and brings each answer to whoever asked.
 *
 * @param {(event: FromPage) => boolean} send false when there is no connection
 */
export function createInteractions(send) {
  /** @type {Map<string, Outcome>} */
  const waiting = new Map();
  // Two pages on one server must not take each other's answers for their own.
  const page = crypto.getRandomValues(new Uint32Array(1)).join('');
  let count = 0;

  return {
    /**
     * @param {Question} question
     * @param {Outcome} outcome
     */
    ask(question, outcome) {
      count += 1;
      const ref = `${page}-${count}`;
      waiting.set(ref, outcome);
      if (!send({ ...question, ref })) {
        waiting.delete(ref);
        outcome.failed(NO_CONNECTION);
      }
      return ref;
    },

    /** @param {ToPage} event */
    receive(event) {
      const ref = 'ref' in event ? event.ref : '';
      const outcome = waiting.get(ref);
      waiting.delete(ref);
      if (outcome) {
        const later = settle(event, outcome);
        if (later) {
          waiting.set(ref, later);
        }
      }
    },

    /** What was asked before the connection dropped will not be answered any more. */
    drop() {
      const dropped = [...waiting.values()];
      waiting.clear();
      for (const outcome of dropped) {
        outcome.failed(NO_CONNECTION);
      }
    },
  };
}

/**
 * @param {ToPage} event
 * @param {Outcome} outcome
 * @returns {Outcome | undefined} what may still come
 */
function settle(event, outcome) {
  switch (event.type) {
    case 'choices':
      outcome.choices?.(event.choices);
      return undefined;
    case 'modal':
      outcome.modal?.(event.modal);
      return undefined;
    case 'refused':
      outcome.failed(event.reason);
      return undefined;
    case 'interaction':
      return settleInteraction(event, outcome);
    default:
      return undefined;
  }
}

/** @type {(event: Extract<ToPage, { type: 'interaction' }>, outcome: Outcome) => Outcome | undefined} */
function settleInteraction({ state, reason }, { acknowledged, failed, ...awaited }) {
  if (state === 'failed') {
    failed(reason ?? NO_ANSWER);
    return undefined;
  }
  acknowledged?.();
  // A modal or choices may come on either side of the acknowledgement.
  return awaited.modal || awaited.choices ? { failed: () => {}, ...awaited } : undefined;
}
