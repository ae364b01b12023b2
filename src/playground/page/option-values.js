// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Named, Scene } from './scene.js'
 *
 * @typedef {{ readonly label: string, readonly value: string | number | boolean, readonly description?: string }} Suggestion
 *
 * @typedef {{ readonly state: 'absent' }
 *   | { readonly state: 'value', readonly value: string | number | boolean }
 *   | { readonly state: 'problem', readonly problem: string }} OptionReading
 */
import { isTrue, numberOf, objectsOf, OPTION, textOf } from './api.js';

/** Characters of a text option unless the command allows fewer. */
const LONGEST_TEXT = 6000;

/**
 * What can be picked for an option without asking the bot; empty where it is typed freely.
 *
 * @param {ApiObject} option
 * @param {Scene} scene
 * @returns {readonly Suggestion[]}
 */
export function suggestionsFor(option, scene) {
  switch (numberOf(option, 'type')) {
    case OPTION.boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    case OPTION.user:
      return scene.users().map((user) => named('@', user));
    case OPTION.role:
      return scene.roles().map((role) => named('@', role));
    case OPTION.mentionable:
      return [...scene.users(), ...scene.roles()].map((one) => named('@', one));
    case OPTION.channel:
      return scene.channels().map((channel) => named('#', channel));
    default:
      return choicesOf(objectsOf(option, 'choices'));
  }
}

/** @type {(mark: string, thing: Named) => Suggestion} */
function named(mark, { id, name }) {
  return { label: `${mark}${name}`, value: id };
}

/**
 * @param {readonly ApiObject[]} choices `{name, value}`, from the command or from its autocompletion
 * @returns {readonly Suggestion[]}
 */
export function choicesOf(choices) {
  return choices.flatMap((choice) => {
    const value = choice['value'];
    return typeof value === 'string' || typeof value === 'number'
      ? [{ label: textOf(choice, 'name'), value }]
      : [];
  });
}

/**
 * Whether the option takes one of its suggestions and nothing else.
 *
 * @param {ApiObject} option
 */
export function isPickedOnly(option) {
  const type = numberOf(option, 'type') ?? 0;
  const isTyped = type === OPTION.string || type === OPTION.integer || type === OPTION.number;
  return !isTyped || objectsOf(option, 'choices').length > 0;
}

/**
 * Reads what stands in an option's field, as strictly as Discord does before it sends a command.
 *
 * @param {ApiObject} option
 * @param {string} typed
 * @param {readonly Suggestion[]} suggestions
 * @returns {OptionReading}
 */
export function readOption(option, typed, suggestions) {
  if (typed.trim() === '') {
    return isTrue(option, 'required')
      ? { state: 'problem', problem: 'This option is required. Specify a value.' }
      : { state: 'absent' };
  }
  const picked = suggestions.find(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
  if (picked) {
    return { state: 'value', value: picked.value };
  }
  if (isPickedOnly(option)) {
    return { state: 'problem', problem: 'Choose one of the listed values.' };
  }
  return numberOf(option, 'type') === OPTION.string ? readText(option, typed) : readNumber(option, typed);
}

/** @type {(option: ApiObject, typed: string) => OptionReading} */
function readText(option, typed) {
  const least = numberOf(option, 'min_length') ?? 0;
  const most = numberOf(option, 'max_length') ?? LONGEST_TEXT;
  if (typed.length < least) {
    return { state: 'problem', problem: `Type at least ${least} characters.` };
  }
  if (typed.length > most) {
    return { state: 'problem', problem: `Type at most ${most} characters.` };
  }
  return { state: 'value', value: typed };
}

/** @type {(option: ApiObject, typed: string) => OptionReading} */
function readNumber(option, typed) {
  const value = Number(typed.trim().replaceAll(',', ''));
  const isWhole = numberOf(option, 'type') === OPTION.integer;
  if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value))) {
    return { state: 'problem', problem: isWhole ? 'Type a whole number.' : 'Type a number.' };
  }
  const least = numberOf(option, 'min_value') ?? -Infinity;
  const most = numberOf(option, 'max_value') ?? Infinity;
  if (value >= least && value <= most) {
    return { state: 'value', value };
  }
  return { state: 'problem', problem: rangeInWords(least, most) };
}

/** @type {(least: number, most: number) => string} */
function rangeInWords(least, most) {
  if (most === Infinity) {
    return `Type a number of at least ${least}.`;
  }
  if (least === -Infinity) {
    return `Type a number of at most ${most}.`;
  }
  return `Type a number between ${least} and ${most}.`;
}

/**
 * What an option takes, in a few words for its hint.
 *
 * @param {ApiObject} option
 */
export function optionKind(option) {
  /** @type {Readonly<Record<number, string>>} */
  const kinds = {
    [OPTION.string]: 'text',
    [OPTION.integer]: 'whole number',
    [OPTION.boolean]: 'true or false',
    [OPTION.user]: 'person',
    [OPTION.channel]: 'channel',
    [OPTION.role]: 'role',
    [OPTION.mentionable]: 'person or role',
    [OPTION.number]: 'number',
    [OPTION.attachment]: 'file',
  };
  const kind = kinds[numberOf(option, 'type') ?? 0] ?? 'not possible on this page';
  const [least, most] = [numberOf(option, 'min_value'), numberOf(option, 'max_value')];
  const range = least === undefined && most === undefined ? '' : ` ${least ?? '…'} to ${most ?? '…'}`;
  return `${kind}${range}${isTrue(option, 'required') ? ', required' : ''}`;
}

/**
 * What stands over the suggestions for an option.
 *
 * @param {ApiObject} option
 * @param {string} waiting why there are none, or empty
 */
export function optionHint(option, waiting) {
  const hint = `${textOf(option, 'name')} · ${textOf(option, 'description')} (${optionKind(option)})`;
  return waiting ? `${hint} · ${waiting}` : hint;
}
