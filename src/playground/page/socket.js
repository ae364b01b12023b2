// @ts-check
/** @import { FromPage, ToPage } from '../page-protocol.ts' */
import { isObject } from './api.js';

/** Milliseconds before the first new attempt, doubled after each that fails. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/**
 * The page's line to the local Discord, opened again whenever it drops.
 *
 * @param {{
 *   receive: (event: ToPage) => void,
 *   connection: (state: 'open' | 'lost') => void,
 * }} listener
 */
export function openSocket(listener) {
  /** @type {WebSocket | undefined} */
  let current;
  let wait = FIRST_WAIT;

  const connect = () => {
    const key = new URLSearchParams(location.search).get('key') ?? '';
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/page/socket?key=${encodeURIComponent(key)}`);
    current = socket;
    socket.addEventListener('open', () => {
      wait = FIRST_WAIT;
      listener.connection('open');
    });
    socket.addEventListener('message', (frame) => {
      /** @type {unknown} */
      const event = JSON.parse(String(frame.data));
      if (isEvent(event)) {
        listener.receive(event);
      }
    });
    socket.addEventListener('close', () => {
      listener.connection('lost');
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  };
  connect();

  return {
    /**
     * @param {FromPage} event
     * @returns {boolean} false when there is no connection and nothing was sent
     */
    send(event) {
      if (current?.readyState !== WebSocket.OPEN) {
        return false;
      }
      current.send(JSON.stringify(event));
      return true;
    },
  };
}

/**
 * @param {unknown} value
 * @returns {value is ToPage}
 */
function isEvent(value) {
  return isObject(value) && typeof value['type'] === 'string';
}
