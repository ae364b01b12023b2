// @ts-check
/**
 * @import { PageState } from './state.js'
 */
import { byId, element, icon, pressable } from './element.js';
import { avatar, botUser, displayName, initials } from './people.js';

/** Characters of a message that are read out when it comes. */
const LONGEST_ANNOUNCEMENT = 300;

/** Attempts to reconnect after which the playground may have been started anew, under a new key. */
const ATTEMPTS_BEFORE_NEW_LINK = 3;
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
    const notice = this.#attempts > ATTEMPTS_BEFORE_NEW_LINK ? `${RECONNECTING} ${NEW_LINK}` : RECONNECTING;
    // Unchanged words must not be read out again.
    if (this.#connection.textContent !== notice) {
      this.#connection.textContent = notice;
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
    const content = message?.querySelector('.message-content, .thinking, .failure')?.textContent ?? '';
    if (content) {
      this.#announcer.textContent = `${author} ${content}`.trim().slice(0, LONGEST_ANNOUNCEMENT);
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

/** @DROP */

/**
 * The server, its channels and, in the head of the open one, its topic and whether the bot is there.
 *
 * @param {PageState} state
 * @param {(channelId: string) => void} openChannel
 */
export function showPlace(state, openChannel) {
  const { server, channels, channelId, unread } = state;
  byId('server-name', HTMLElement).textContent = server.name;
  byId('server-mark', HTMLElement).textContent = initials(server.name);
  byId('server-mark', HTMLElement).title = server.name;
  const list = byId('channels', HTMLElement);
  const focused =
    list.contains(document.activeElement) && document.activeElement?.getAttribute('data-channel-id');
  list.replaceChildren(
    ...channels.map((channel) => {
      const isOpen = channel.id === channelId;
      const isUnread = unread.has(channel.id);
      const classes = ['channel', isOpen && 'open', isUnread && 'unread'].filter(Boolean).join(' ');
      const button = pressable(
        { class: classes, 'aria-current': isOpen && 'page', 'data-channel-id': channel.id },
        () => openChannel(channel.id),
        icon('hash'),
        element('span', { class: 'channel-name' }, channel.name),
        isUnread && element('span', { class: 'visually-hidden' }, '(unread)'),
      );
      return element('li', {}, button);
    }),
  );
  if (focused) {
    [...list.querySelectorAll('button')].find((button) => button.dataset['channelId'] === focused)?.focus();
  }
  showHead(state);
}

/** @param {PageState} state */
function showHead(state) {
  const channel = state.channels.find(({ id }) => id === state.channelId);
  const name = channel?.name ?? '';
  byId('channel-name', HTMLElement).textContent = name;
  byId('channel-topic', HTMLElement).textContent = channel?.topic ?? '';
  byId('channel-topic', HTMLElement).title = channel?.topic ?? '';
  byId('beginning-title', HTMLElement).textContent = `Welcome to #${name}`;
  byId('beginning-text', HTMLElement).textContent =
    `This is the start of #${name}. Type / for the bot’s commands.`;
  byId('menu', HTMLElement).classList.toggle('unread', state.unread.size > 0);
  document.title = name ? `#${name} | ${state.server.name}` : state.server.name || 'Playground';
  const mark = byId('bot-mark', HTMLElement);
  mark.classList.toggle('online', state.botOnline);
  mark.replaceChildren(
    element('span', { class: 'bot-name' }, `${displayName(botUser(state))} is `),
    state.botOnline ? 'online' : 'offline',
  );
}

/**
 * Who is in the server: the bot and the people one may act as.
 *
 * @param {PageState} state
 */
export function showMembers(state) {
  const bot = botUser(state);
  const botRow = memberRow(String(bot['id']), displayName(bot), 'Answers slash commands', true);
  botRow.classList.toggle('offline', !state.botOnline);
  byId('members', HTMLElement).replaceChildren(
    botRow,
    ...state.users.map(({ id, name, access }) => memberRow(id, name, access, false)),
  );
}

/** @type {(id: string, name: string, words: string, isBot: boolean) => HTMLElement} */
function memberRow(id, name, access, isBot) {
  return element(
    'li',
    { class: 'member' },
    avatar(id, name, isBot),
    element(
      'span',
      { class: 'member-text' },
      element('span', { class: 'member-name' }, name, isBot && element('span', { class: 'tag' }, 'APP')),
      element('span', { class: 'member-access' }, access),
    ),
  );
}
