// @ts-check
/**
 * @import { Choice } from './choices.js'
 *
 * @typedef {{
 *   readonly label: string,
 *   readonly placeholder: string,
 *   readonly choices: readonly Choice[],
 *   readonly selected: readonly string[],
 *   readonly least: number,
 *   readonly most: number,
 *   readonly disabled?: boolean,
 *   readonly key?: string,
 * }} PickerSpec `key` keeps the focus when the picker is drawn anew
 */
import { amount, choiceFace, toggled } from './choices.js';
import { element, freshId, icon, pressable } from './element.js';
import { attachPopup } from './popup.js';

/**
 * A select menu. One choice is final when it is made, several when the menu is closed.
 *
 * @param {PickerSpec} spec
 * @param {(values: readonly string[]) => void} chosen
 */
export function picker(spec, chosen) {
  return new Picker(spec, chosen).root;
}

class Picker {
  #spec;
  #chosen;
  #committed;
  #selected;
  #active = 0;
  #id = freshId('choices');
  #shown = element('span', { class: 'picker-shown' });
  #list;
  #button;
  #popup;

  /**
   * @param {PickerSpec} spec
   * @param {(values: readonly string[]) => void} chosen
   */
  constructor(spec, chosen) {
    this.#spec = spec;
    this.#chosen = chosen;
    this.#committed = spec.selected;
    this.#selected = [...spec.selected];
    const many = spec.most > 1;
    this.#list = element('div', {
      class: 'picker-list',
      role: 'listbox',
      tabindex: 0,
      'aria-label': spec.label,
      'aria-multiselectable': many && 'true',
    });
    this.#list.addEventListener('keydown', (event) => this.#press(event));
    this.#button = pressable(
      {
        class: 'picker-button',
        'aria-haspopup': 'listbox',
        disabled: spec.disabled,
        'data-focus-key': spec.key,
      },
      () => this.#popup.toggle(),
      this.#shown,
      icon('down'),
    );
    const hint = many && element('div', { class: 'picker-hint' }, amount(spec.least, spec.most));
    const box = element('div', { class: 'popup picker-popup' }, hint, this.#list);
    this.#popup = attachPopup(this.#button, box, {
      opened: () => this.#open(),
      closed: () => this.#commit(),
    });
    this.#drawButton();
    this.root = element('div', { class: 'picker' }, this.#button, box);
  }

  #open() {
    const first = this.#spec.choices.findIndex(({ value }) => this.#selected.includes(value));
    this.#move(first);
    this.#list.focus();
  }

  /** @param {number} index */
  #move(index) {
    this.#active = Math.min(Math.max(index, 0), this.#spec.choices.length - 1);
    this.#draw();
  }

  /** @param {number} index */
  #pick(index) {
    const value = this.#spec.choices[index]?.value;
    if (value === undefined) {
      return;
    }
    this.#selected = toggled(this.#selected, value, this.#spec);
    this.#move(index);
    if (this.#spec.most <= 1) {
      this.#popup.close();
      this.#button.focus();
    }
  }

  #commit() {
    if (this.#selected.length < this.#spec.least) {
      this.#selected = [...this.#committed];
    }
    const before = this.#committed;
    this.#committed = [...this.#selected];
    this.#drawButton();
    if (before.length !== this.#selected.length || this.#selected.some((value) => !before.includes(value))) {
      this.#chosen(this.#committed);
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    /** @type {Readonly<Record<string, number>>} */
    const steps = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      Home: 0,
      End: this.#spec.choices.length - 1,
    };
    const step = steps[event.key];
    if (event.key === 'Tab') {
      this.#popup.close();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#pick(this.#active);
    } else if (step !== undefined) {
      this.#move(step);
    } else {
      return;
    }
    if (event.key !== 'Tab') {
      event.preventDefault();
    }
  }

  #drawButton() {
    const { choices, label, most, placeholder } = this.#spec;
    const shown = choices.filter(({ value }) => this.#selected.includes(value));
    const kind = most > 1 ? 'pill' : 'single';
    this.#shown.replaceChildren(
      ...shown.map((choice) => element('span', { class: kind }, ...choiceFace(choice))),
    );
    if (shown.length === 0) {
      this.#shown.append(placeholder);
    }
    this.#shown.classList.toggle('empty', shown.length === 0);
    const names = shown.map((choice) => choice.label).join(', ');
    this.#button.setAttribute('aria-label', `${label}: ${names || placeholder}`);
  }

  #draw() {
    this.#drawButton();
    const rows = this.#spec.choices.map((choice, index) => this.#row(choice, index));
    this.#list.replaceChildren(...rows);
    if (rows.length === 0) {
      this.#list.append(element('div', { class: 'picker-hint' }, 'Nothing to choose from.'));
    }
    const active = rows[this.#active];
    this.#list.setAttribute('aria-activedescendant', active?.id ?? '');
    active?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * @param {Choice} choice
   * @param {number} index
   */
  #row(choice, index) {
    const isSelected = this.#selected.includes(choice.value);
    const made = element(
      'div',
      {
        id: `${this.#id}-${index}`,
        class: index === this.#active ? 'choice active' : 'choice',
        role: 'option',
        'aria-selected': String(isSelected),
      },
      element(
        'span',
        { class: 'choice-text' },
        element('span', { class: 'choice-label' }, ...choiceFace(choice)),
        choice.description ? element('span', { class: 'choice-description' }, choice.description) : undefined,
      ),
      isSelected && icon('check'),
    );
    made.addEventListener('click', () => this.#pick(index));
    return made;
  }
}
