// @ts-check
/** @import { PageUser } from '../page-protocol.ts' */
import { avatar } from './people.js';
import { byId, element, icon, pressable } from './element.js';
import { attachPopup } from './popup.js';

/** Says who one acts as, and lets one act as somebody else of the server. */
export class PersonSwitch {
  #opener = byId('person', HTMLButtonElement);
  #menu = element('div', { class: 'popup person-menu', role: 'menu', 'aria-label': 'Act as' });
  #popup;
  #choose;
  /** @type {readonly PageUser[]} */
  #users = [];
  #userId = '';

  /** @param {(userId: string) => void} choose */
  constructor(choose) {
    this.#choose = choose;
    this.#opener.after(this.#menu);
    this.#opener.addEventListener('click', () => this.#popup.toggle());
    this.#popup = attachPopup(this.#opener, this.#menu, {
      opened: () =>
        this.#rows()
          .find((row) => row.ariaChecked === 'true')
          ?.focus(),
      closed: () => {},
    });
    this.#menu.addEventListener('keydown', (event) => this.#press(event));
  }

  /**
   * @param {readonly PageUser[]} users
   * @param {string} userId
   */
  show(users, userId) {
    if (users === this.#users && userId === this.#userId) {
      return;
    }
    this.#users = users;
    this.#userId = userId;
    const acting = users.find(({ id }) => id === userId);
    this.#opener.hidden = !acting;
    if (!acting) {
      return;
    }
    this.#opener.setAttribute('aria-label', `Acting as ${acting.name}, ${acting.access}. Change person`);
    this.#opener.replaceChildren(
      avatar(acting.id, acting.name),
      element(
        'span',
        { class: 'member-text' },
        element('span', { class: 'member-name' }, acting.name),
        element('span', { class: 'member-access' }, `${acting.access} · change person`),
      ),
      icon('down'),
    );
    this.#menu.replaceChildren(
      element('div', { class: 'person-menu-head', 'aria-hidden': 'true' }, 'Act as'),
      ...users.map((user) => this.#row(user)),
    );
  }

  /** @param {PageUser} user */
  #row({ id, name, access }) {
    const isActing = id === this.#userId;
    return pressable(
      { class: 'person-row', role: 'menuitemradio', 'aria-checked': String(isActing), 'data-user-id': id },
      () => {
        this.#popup.close();
        this.#opener.focus();
        this.#choose(id);
      },
      avatar(id, name),
      element(
        'span',
        { class: 'member-text' },
        element('span', { class: 'member-name' }, name),
        element('span', { class: 'member-access' }, access),
      ),
      isActing && icon('check'),
    );
  }

  #rows() {
    return [...this.#menu.querySelectorAll('button')];
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) {
      return;
    }
    event.preventDefault();
    const rows = this.#rows();
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[(at + step + rows.length) % rows.length]?.focus();
  }
}
