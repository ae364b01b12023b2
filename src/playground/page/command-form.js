// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Invocation } from './commands.js'
 * @import { Outcome } from './interactions.js'
 * @import { Scene } from './scene.js'
 * @import { SuggestionList } from './suggestion-list.js'
 *
 * @typedef {{
 *   scene: Scene,
 *   suggestions: SuggestionList,
 *   complete: (invocation: Invocation, options: readonly ApiObject[], outcome: Outcome) => void,
 *   submit: (invocation: Invocation, options: readonly ApiObject[]) => void,
 *   cancel: (typed: string) => void,
 *   tell: (problem: string) => void,
 * }} FormHost `tell` with an empty text takes the problem back
 */
import { numberOf, textOf } from './api.js';
import { element } from './element.js';
import { OptionField } from './option-field.js';
import { OptionTail } from './option-tail.js';
import { optionHint } from './option-values.js';

/** A chosen command in the composer: its name, a field per option, and at the end a place to add more. */
export class CommandForm {
  #invocation;
  #host;
  /** @type {OptionField[]} */
  #fields = [];
  #tail;

  /**
   * @param {Invocation} invocation
   * @param {FormHost} host
   */
  constructor(invocation, host) {
    this.#invocation = invocation;
    this.#host = host;
    this.#tail = new OptionTail({
      suggestions: host.suggestions,
      open: () => this.#openOptions(),
      add: (option) => this.#add(option).input.focus(),
      submit: () => this.submit(),
      back: () => this.#backInto(this.#fields.at(-1)),
      escape: () => this.#escape(),
    });
    this.root = element(
      'div',
      { class: 'command-form', role: 'group', 'aria-label': `Command /${invocation.name}` },
      element('span', { class: 'command-name' }, `/${invocation.name}`),
      this.#tail.input,
    );
    for (const option of invocation.options) {
      if (option['required'] === true) {
        this.#add(option);
      }
    }
    this.#tail.describe();
  }

  /** Puts the cursor where something is still wanted. */
  focus() {
    const open = this.#fields.find((field) => field.isRequired && field.isEmpty);
    (open ?? this.#tail).input.focus();
  }

  /** Sends the command if Discord would; otherwise says at the field what is wrong. */
  submit() {
    for (const field of this.#fields) {
      const reading = field.read();
      if (reading.state === 'problem') {
        field.markInvalid();
        this.#host.tell(`${field.name}: ${reading.problem}`);
        return;
      }
    }
    this.#host.submit(this.#invocation, this.#payloads());
  }

  /** The options that may still be added. */
  #openOptions() {
    const taken = new Set(this.#fields.map(({ name }) => name));
    return this.#invocation.options.filter((option) => !taken.has(textOf(option, 'name')));
  }

  /** @param {OptionField} [focused] whose words are still being typed */
  #payloads(focused) {
    return this.#fields.flatMap((field) => {
      if (field === focused) {
        const type = numberOf(field.option, 'type');
        return [{ name: field.name, type, value: field.input.value, focused: true }];
      }
      const payload = field.payload();
      return payload ? [payload] : [];
    });
  }

  /** @param {ApiObject} option */
  #add(option) {
    const field = new OptionField(option, this.#host.scene);
    this.#fields.push(field);
    this.#tail.input.before(field.root);
    this.#tail.describe();
    field.input.addEventListener('focus', () => {
      field.isTouched = false;
      this.#ask(field);
    });
    field.input.addEventListener('input', () => {
      this.#host.tell('');
      this.#ask(field);
    });
    field.input.addEventListener('keydown', (event) => this.#press(event, field));
    return field;
  }

  /** @param {OptionField} field */
  #ask(field) {
    if (field.isAutocompleted) {
      field.complete(
        (outcome) => this.#host.complete(this.#invocation, this.#payloads(field), outcome),
        () => {
          if (document.activeElement === field.input) {
            this.#offerValues(field);
          }
        },
      );
    }
    this.#offerValues(field);
  }

  /** @param {OptionField} field */
  #offerValues(field) {
    const { option, waiting } = field;
    const rows = field.offers().map((offer) => ({
      label: offer.label,
      pick: () => {
        field.pick(offer);
        this.#host.tell('');
        this.focus();
      },
    }));
    const expectsPick = field.isTouched || (field.isRequired && field.isEmpty);
    this.#host.suggestions.show(field.input, optionHint(option, waiting), rows, expectsPick ? 0 : -1);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {OptionField} field
   */
  #press(event, field) {
    if (this.#host.suggestions.press(event) || this.#act(event.key, field)) {
      event.preventDefault();
    }
  }

  /**
   * @param {string} key
   * @param {OptionField} field
   * @returns {boolean} whether it means something here
   */
  #act(key, field) {
    if (key === 'Enter' && field.opensByEnter) {
      return false;
    }
    if (key === 'Enter') {
      this.#enter(field);
    } else if (key === 'Escape') {
      this.#escape();
    } else if (key === 'Backspace' && field.isEmpty) {
      this.#leave(field);
    } else {
      return false;
    }
    return true;
  }

  /** @param {OptionField} field */
  #enter(field) {
    const next = this.#fields.find((other) => other.isRequired && other.isEmpty && other !== field);
    if (field.read().state === 'value' && next) {
      next.input.focus();
    } else {
      this.submit();
    }
  }

  /** @param {OptionField} field */
  #leave(field) {
    const at = this.#fields.indexOf(field);
    if (!field.isRequired) {
      this.#fields.splice(at, 1);
      field.root.remove();
      this.#tail.describe();
    }
    this.#backInto(this.#fields[at - 1]);
  }

  /** @param {OptionField} [field] absent when there is nothing before but the command's name */
  #backInto(field) {
    return field ? field.input.focus() : this.#host.cancel(`/${this.#invocation.name}`);
  }

  #escape() {
    if (this.#host.suggestions.isOpen) {
      this.#host.suggestions.hide();
    } else {
      this.#host.cancel('');
    }
  }
}
