// @ts-check
import { byId } from './element.js';

/** Characters of a message that are read out when it comes. */
const LONGEST_ANNOUNCEMENT = 300;

/** Attempts to reconnect after which the playground may have been started anew, under a new key. */
const PATIENCE = 3;
const RECONNECTING = 'Reconnecting to the playground…';
const NEW_LINK = 'If it was started again, open the link that it printed.';

/** What surrounds the channel: the sidebar on a narrow window, the connection, and what is read out. */
export class Shell {
  #sidebar = byId('sidebar', HTMLElement);
  #menu = byId('menu', HTMLButtonElement);
  #shade = byId('shade', HTMLElement);
  #connection = byId('connection', HTMLElement);
  #announcer = byId('announcer', HTMLElement);
  #attempts = 0;

  /** @param {() => void} openCommands */
  constructor(openCommands) {
    this.#menu.addEventListener('click', () => this.#setSidebar(!this.#sidebar.classList.contains('open')));
    this.#shade.addEventListener('click', () => this.closeSidebar());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.closeSidebar();
      }
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        openCommands();
      }
    });
  }

  closeSidebar() {
    this.#setSidebar(false);
  }

  /** @param {boolean} isOpen */
  #setSidebar(isOpen) {
    this.#sidebar.classList.toggle('open', isOpen);
    this.#shade.hidden = !isOpen;
    this.#menu.setAttribute('aria-expanded', String(isOpen));
  }

  /** @param {'open' | 'lost'} connection told anew after every attempt that fails */
  showConnection(connection) {
    this.#attempts = connection === 'open' ? 0 : this.#attempts + 1;
    this.#connection.hidden = connection === 'open';
    const words = this.#attempts > PATIENCE ? `${RECONNECTING} ${NEW_LINK}` : RECONNECTING;
    // Unchanged words must not be read out again.
    if (this.#connection.textContent !== words) {
      this.#connection.textContent = words;
    }
  }

  /**
   * Reads a message of the open channel out to whoever listens to the page.
   *
   * @param {string} messageId
   */
  announce(messageId) {
    const message = document.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);
    const author = message?.querySelector('.author')?.textContent ?? '';
    const words = message?.querySelector('.message-content, .thinking, .failure')?.textContent ?? '';
    if (words) {
      this.#announcer.textContent = `${author} ${words}`.trim().slice(0, LONGEST_ANNOUNCEMENT);
    }
  }
}

/** @type {(target: EventTarget | null) => boolean} */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, dialog[open], [popover]') !== null
  );
}
