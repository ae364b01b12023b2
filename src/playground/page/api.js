// @ts-check
/**
 * Reads objects of Discord's API without trusting them: what is absent or of another type reads as absent,
 * so that a message nobody foresaw is shown as far as it can be.
 *
 * @import { ApiObject } from '../page-protocol.ts'
 */

/**
 * @param {unknown} value
 * @returns {value is ApiObject}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {ApiObject | undefined} from
 * @param {string} key
 * @returns {string} empty when absent
 */
export function textOf(from, key) {
  const value = from?.[key];
  return typeof value === 'string' ? value : '';
}

/**
 * @param {ApiObject | undefined} from
 * @param {string} key
 */
export function numberOf(from, key) {
  const value = from?.[key];
  return typeof value === 'number' ? value : undefined;
}

/**
 * @param {ApiObject | undefined} from
 * @param {string} key
 * @returns {boolean} false when absent
 */
export function isTrue(from, key) {
  return from?.[key] === true;
}

/**
 * @param {ApiObject | undefined} from
 * @param {string} key
 */
export function objectOf(from, key) {
  const value = from?.[key];
  return isObject(value) ? value : undefined;
}

/**
 * @param {ApiObject | undefined} from
 * @param {string} key
 * @returns {readonly ApiObject[]} empty when absent; members that are no objects are left out
 */
export function objectsOf(from, key) {
  const value = from?.[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/**
 * @param {ApiObject | undefined} from
 * @param {string} key
 * @returns {readonly number[]} empty when absent
 */
export function numbersOf(from, key) {
  const value = from?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/** Bits of a message's `flags`. */
export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  componentsV2: 1 << 15,
};

/**
 * @param {ApiObject} message
 * @param {keyof typeof MESSAGE_FLAG} flag
 */
export function hasFlag(message, flag) {
  return ((numberOf(message, 'flags') ?? 0) & MESSAGE_FLAG[flag]) !== 0;
}

/** The numbers that Discord gives the kinds of component. */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
};

/** The numbers that Discord gives the kinds of command option. */
export const OPTION = {
  subCommand: 1,
  subCommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};
