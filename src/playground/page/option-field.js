// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Suggestion } from './option-values.js'
 * @import { Scene } from './scene.js'
 */
import { isTrue, numberOf, OPTION, textOf } from './api.js';
import { ChosenFile, takesFile } from './chosen-file.js';
import { choicesOf, readOption, suggestionsFor } from './option-values.js';
import { element } from './element.js';

/** Milliseconds without a key before the bot is asked for choices. */
const TYPING_PAUSE = 200;

/** One option of the command being typed. */
export class OptionField {
  /** @type {readonly Suggestion[]} */
  #offered;
  /** @type {Suggestion | undefined} */
  #picked;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #asked = 0;
  /** @type {ChosenFile | undefined} */
  #file;
  /** Why there is nothing to pick yet, empty when the offers are there. */
  waiting = '';
  /** Whether the person typed here or walked the list, so that Enter and Tab pick from it. */
  isTouched = false;

  /**
   * @param {ApiObject} option
   * @param {Scene} scene
   */
  constructor(option, scene) {
    this.option = option;
    this.name = textOf(option, 'name');
    this.isRequired = isTrue(option, 'required');
    this.isAutocompleted = isTrue(option, 'autocomplete');
    this.#offered = suggestionsFor(option, scene);
    this.#file = takesFile(option) ? new ChosenFile(option) : undefined;
    const type = numberOf(option, 'type');
    this.input = element('input', {
      class: 'option-input',
      type: this.#file ? 'file' : 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      inputmode: type === OPTION.integer || type === OPTION.number ? 'decimal' : undefined,
      'aria-label': `${this.name}: ${textOf(option, 'description')}`,
      'aria-required': String(this.isRequired),
    });
    this.input.addEventListener('input', () => {
      this.#picked = undefined;
      this.#file?.choose(this.input.files?.[0]);
      this.isTouched = true;
      this.markValid();
    });
    this.root = element(
      'label',
      { class: this.isRequired ? 'option required' : 'option' },
      element('span', { class: 'option-name' }, this.name),
      this.input,
    );
  }

  get isEmpty() {
    return this.input.value === '';
  }

  get isPicked() {
    return this.#picked !== undefined;
  }

  /** What to offer for the words in the field: everything when something was picked from it already. */
  offers() {
    if (this.isAutocompleted || this.isPicked) {
      return this.#offered;
    }
    const typed = this.input.value.trim().toLowerCase();
    return this.#offered.filter(({ label }) => label.toLowerCase().includes(typed));
  }

  /** @param {Suggestion} suggestion */
  pick(suggestion) {
    this.#picked = suggestion;
    this.input.value = suggestion.label;
    this.isTouched = false;
    this.markValid();
  }

  /** @returns {ReturnType<typeof readOption>} */
  read() {
    if (this.#picked) {
      return { state: 'value', value: this.#picked.value };
    }
    return this.#file?.read() ?? readOption(this.option, this.input.value, this.#offered);
  }

  /** Whether Enter opens the choice of a file here, as a browser does it. */
  get opensByEnter() {
    return this.#file !== undefined && this.isEmpty;
  }

  /** The option as an interaction carries it, or `undefined` while there is no valid value. */
  payload() {
    const reading = this.read();
    return reading.state === 'value'
      ? { name: this.name, type: numberOf(this.option, 'type'), value: reading.value }
      : undefined;
  }

  /**
   * Asks the bot for choices when the person pauses; a later question makes earlier answers void.
   *
   * @param {(answer: { choices: (choices: readonly ApiObject[]) => void, failed: (reason: string) => void }) => void} ask
   * @param {() => void} changed
   */
  complete(ask, changed) {
    clearTimeout(this.#pause);
    this.#asked += 1;
    const turn = this.#asked;
    /** @type {(offered: readonly Suggestion[], waiting: string) => void} */
    const settle = (offered, waiting) => {
      if (turn !== this.#asked) {
        return;
      }
      this.#offered = offered;
      this.waiting = waiting;
      changed();
    };
    this.waiting = 'Loading options…';
    this.#pause = setTimeout(() => {
      ask({
        choices: (choices) =>
          settle(choicesOf(choices), choices.length > 0 ? '' : 'No options match your search.'),
        failed: (reason) => settle([], `Options could not be loaded: ${reason}`),
      });
    }, TYPING_PAUSE);
  }

  markValid() {
    this.root.classList.remove('invalid');
    this.input.removeAttribute('aria-invalid');
  }

  markInvalid() {
    this.root.classList.add('invalid');
    this.input.setAttribute('aria-invalid', 'true');
    this.input.focus();
  }
}
