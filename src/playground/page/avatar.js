// @ts-check
import { element } from './element.js';

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
