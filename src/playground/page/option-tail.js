// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { SuggestionList } from './suggestion-list.js'
 *
 * @typedef {{
 *   suggestions: SuggestionList,
 *   open: () => readonly ApiObject[],
 *   add: (option: ApiObject) => void,
 *   submit: () => void,
 *   back: () => void,
 *   escape: () => void,
 * }} TailHost `open` are the options that may still be added
 */
import { textOf } from './api.js';
import { element } from './element.js';
import { optionKind } from './option-values.js';

/** The end of a command being typed, where options are added and Enter sends. */
export class OptionTail {
  #host;

  /** @param {TailHost} host */
  constructor(host) {
    this.#host = host;
    this.input = element('input', { class: 'tail', type: 'text', autocomplete: 'off', spellcheck: 'false' });
    this.input.addEventListener('focus', () => this.#offer());
    this.input.addEventListener('input', () => this.#offer());
    this.input.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Says how many options may still be added. */
  describe() {
    const open = this.#host.open().length;
    this.input.placeholder = open > 0 ? `+${open} optional` : '';
    this.input.setAttribute(
      'aria-label',
      open > 0 ? 'Add an option, or press Enter to send' : 'Press Enter to send',
    );
  }

  #offer() {
    const typed = this.input.value.trim().toLowerCase();
    const rows = this.#host
      .open()
      .filter((option) => textOf(option, 'name').includes(typed))
      .map((option) => ({
        label: textOf(option, 'name'),
        description: textOf(option, 'description'),
        detail: optionKind(option),
        pick: () => {
          this.input.value = '';
          this.#host.add(option);
        },
      }));
    if (rows.length === 0) {
      this.#host.suggestions.hide();
    } else {
      this.#host.suggestions.show(this.input, 'Options', rows, typed ? 0 : -1);
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (this.#host.suggestions.press(event) || this.#act(event.key)) {
      event.preventDefault();
    }
  }

  /**
   * @param {string} key
   * @returns {boolean} whether it means something here
   */
  #act(key) {
    if (key === 'Enter') {
      this.#host.submit();
    } else if (key === 'Escape') {
      this.#host.escape();
    } else if (key === 'Backspace' && this.input.value === '') {
      this.#host.back();
    } else {
      return false;
    }
    return true;
  }
}
