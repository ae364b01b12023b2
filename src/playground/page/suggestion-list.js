// @ts-check
/**
 * @typedef {{
 *   readonly label: string,
 *   readonly description?: string | undefined,
 *   readonly detail?: string | undefined,
 *   readonly pick: () => void,
 * }} SuggestedRow
 */
import { element, freshId } from './element.js';

/** The panel above the composer: what fits the words being typed. The focus stays in the input that it serves. */
export class SuggestionList {
  #root;
  #head = element('div', { class: 'suggestions-head' });
  #list = element('div', { class: 'suggestions-list', role: 'listbox', id: freshId('suggestions') });
  /** @type {HTMLInputElement | undefined} */
  #input;
  /** @type {readonly SuggestedRow[]} */
  #rows = [];
  #active = -1;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    root.append(this.#head, this.#list);
    // A press on a row must not take the focus from the input.
    root.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} head
   * @param {readonly SuggestedRow[]} rows
   * @param {number} [active] index of the row that Enter picks at first; -1 for none
   */
  show(input, head, rows, active = 0) {
    if (this.#input !== input) {
      this.hide();
    }
    this.#input = input;
    this.#rows = rows;
    this.#active = Math.min(active, rows.length - 1);
    this.#head.textContent = head;
    this.#list.setAttribute('aria-label', head);
    this.#root.hidden = false;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('aria-expanded', 'true');
    this.#draw();
  }

  hide() {
    this.#root.hidden = true;
    this.#rows = [];
    this.#active = -1;
    this.#input?.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-activedescendant');
  }

  /** @param {number} step */
  #move(step) {
    const count = this.#rows.length;
    if (count === 0) {
      return;
    }
    this.#active = this.#active === -1 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    this.#draw();
  }

  /**
   * The keys that every input over the list shares.
   *
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was one of them
   */
  press(event) {
    switch (event.key) {
      case 'ArrowDown':
        this.#move(1);
        return true;
      case 'ArrowUp':
        this.#move(-1);
        return true;
      case 'Enter':
        return this.pick();
      case 'Tab':
        return !event.shiftKey && this.pick();
      default:
        return false;
    }
  }

  /** @returns {boolean} whether there was a row to pick */
  pick() {
    const row = this.isOpen ? this.#rows[this.#active] : undefined;
    row?.pick();
    return row !== undefined;
  }

  #draw() {
    const views = this.#rows.map((row, index) => this.#view(row, index));
    this.#list.replaceChildren(...views);
    const active = views[this.#active];
    if (active) {
      this.#input?.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    } else {
      this.#input?.removeAttribute('aria-activedescendant');
    }
  }

  /**
   * @param {SuggestedRow} row
   * @param {number} index
   */
  #view(row, index) {
    const isActive = index === this.#active;
    const view = element(
      'div',
      {
        id: `${this.#list.id}-${index}`,
        class: isActive ? 'suggestion active' : 'suggestion',
        role: 'option',
        'aria-selected': String(isActive),
      },
      element(
        'span',
        { class: 'suggestion-text' },
        element('span', { class: 'suggestion-label' }, row.label),
        row.description ? element('span', { class: 'suggestion-description' }, row.description) : undefined,
      ),
      row.detail ? element('span', { class: 'suggestion-detail' }, row.detail) : undefined,
    );
    view.addEventListener('click', () => row.pick());
    return view;
  }
}
