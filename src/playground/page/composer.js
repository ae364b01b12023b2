// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Invocation } from './commands.js'
 * @import { Outcome } from './interactions.js'
 * @import { Scene } from './scene.js'
 *
 * @typedef {{
 *   scene: Scene,
 *   invocations: () => readonly Invocation[],
 *   complete: (invocation: Invocation, options: readonly ApiObject[], outcome: Outcome) => void,
 *   run: (invocation: Invocation, options: readonly ApiObject[]) => void,
 * }} ComposerHost
 */
import { isTrue, textOf } from './api.js';
import { CommandForm } from './command-form.js';
import { matching } from './commands.js';
import { byId, element } from './element.js';
import { SuggestionList } from './suggestion-list.js';

const READS_COMMANDS_ONLY = 'The bot reads no ordinary messages. Type / to see its commands.';

/** Where commands are typed, at the foot of the channel. */
export class Composer {
  #host;
  #slot = byId('composer-slot', HTMLElement);
  #note = byId('composer-note', HTMLElement);
  #suggestions = new SuggestionList(byId('suggestions', HTMLElement));
  #input = element('input', {
    class: 'composer-input',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': 'Type / for commands',
    'aria-describedby': 'composer-note',
  });
  /** @type {CommandForm | undefined} */
  #form;

  /** @param {ComposerHost} host */
  constructor(host) {
    this.#host = host;
    this.#slot.append(this.#input);
    this.#input.addEventListener('input', () => this.#offerCommands());
    this.#input.addEventListener('keydown', (event) => this.#press(event));
    byId('composer-commands', HTMLButtonElement).addEventListener('click', () => this.openCommands());
    byId('composer-send', HTMLButtonElement).addEventListener('click', () => this.#send());
    const root = byId('composer', HTMLElement);
    root.addEventListener('focusout', (event) => {
      const next = event.relatedTarget;
      if (!(next instanceof Node) || !root.contains(next)) {
        this.#suggestions.hide();
      }
    });
  }

  /** @param {string} channelName */
  setChannel(channelName) {
    this.#input.placeholder = `Type / for commands in #${channelName}`;
  }

  focus() {
    if (this.#form) {
      this.#form.focus();
    } else {
      this.#input.focus();
    }
  }

  /** Lists every command, as if a slash had been typed. */
  openCommands() {
    this.#writeText('/');
  }

  #offerCommands() {
    const typed = this.#input.value;
    this.#tell(typed === '' || typed.startsWith('/') ? '' : READS_COMMANDS_ONLY);
    if (!typed.startsWith('/')) {
      this.#suggestions.hide();
      return;
    }
    const invocations = this.#host.invocations();
    const complete = invocations.find(({ name }) => typed === `/${name} `);
    if (complete) {
      this.#choose(complete);
      return;
    }
    const rows = matching(invocations, typed.slice(1)).map((invocation) => ({
      label: `/${invocation.name}`,
      description: invocation.description,
      detail: optionNames(invocation),
      pick: () => this.#choose(invocation),
    }));
    this.#suggestions.show(this.#input, this.#headOf(rows.length), rows);
  }

  /** @param {number} count */
  #headOf(count) {
    if (count > 0) {
      return 'Commands';
    }
    return this.#host.invocations().length === 0
      ? 'The bot has registered no commands yet.'
      : 'No command matches. Delete a few letters to see more.';
  }

  /** @param {Invocation} invocation */
  #choose(invocation) {
    this.#suggestions.hide();
    this.#form = new CommandForm(invocation, {
      scene: this.#host.scene,
      suggestions: this.#suggestions,
      complete: (...question) => this.#host.complete(...question),
      submit: (command, options) => {
        this.#writeText('');
        this.#host.run(command, options);
      },
      cancel: (typed) => this.#writeText(typed),
      tell: (problem) => this.#tell(problem, true),
    });
    this.#slot.replaceChildren(this.#form.root);
    this.#form.focus();
  }

  /** @param {string} text */
  #writeText(text) {
    this.#form = undefined;
    this.#suggestions.hide();
    this.#slot.replaceChildren(this.#input);
    this.#input.value = text;
    this.#input.focus();
    this.#offerCommands();
  }

  #send() {
    if (this.#form) {
      this.#form.submit();
    } else if (this.#input.value === '') {
      this.openCommands();
    } else if (!this.#suggestions.pick()) {
      this.#tell(READS_COMMANDS_ONLY);
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (this.#suggestions.press(event)) {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.#suggestions.hide();
    } else if (event.key === 'Enter' && this.#input.value !== '') {
      this.#send();
    }
  }

  /**
   * @param {string} note
   * @param {boolean} [isProblem] whether it keeps the command from being sent
   */
  #tell(note, isProblem = false) {
    this.#note.textContent = note;
    this.#note.classList.toggle('problem', isProblem);
  }
}

/** @type {(invocation: Invocation) => string} */
function optionNames({ options }) {
  return options
    .map((option) => `${textOf(option, 'name')}${isTrue(option, 'required') ? '' : '?'}`)
    .join(' ');
}
