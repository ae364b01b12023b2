// @ts-check
/**
 * @typedef {{
 *   readonly value: string,
 *   readonly label: string,
 *   readonly description?: string | undefined,
 *   readonly emoji?: string | undefined,
 * }} Choice
 */
import { element } from './element.js';

/**
 * @param {Choice} choice
 * @returns {readonly (string | HTMLElement)[]}
 */
export function choiceFace({ emoji, label }) {
  return emoji ? [element('span', { class: 'emoji' }, emoji), label] : [label];
}

/**
 * What is chosen after a press on `value`: never more than `most`, and of one obligatory choice never none.
 *
 * @param {readonly string[]} selected
 * @param {string} value
 * @param {{ readonly least: number, readonly most: number }} limits
 */
export function toggled(selected, value, { least, most }) {
  if (selected.includes(value)) {
    return most <= 1 && least > 0 ? [...selected] : selected.filter((other) => other !== value);
  }
  if (most <= 1) {
    return [value];
  }
  return selected.length < most ? [...selected, value] : [...selected];
}

/**
 * How many to choose, in words.
 *
 * @param {number} least
 * @param {number} most
 */
export function amount(least, most) {
  if (least === most) {
    return `Choose ${most}`;
  }
  return least > 0 ? `Choose ${least} to ${most}` : `Choose up to ${most}`;
}
