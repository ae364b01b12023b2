// @ts-check
/** @import { PageState } from './state.js' */
import { avatar, initials } from './avatar.js';
import { byId, element, pressable } from './element.js';
import { icon } from './icons.js';
import { botUser, displayName } from './names.js';

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
    ...state.users.map(({ id, name, standing }) => memberRow(id, name, standing, false)),
  );
}

/** @type {(id: string, name: string, words: string, isBot: boolean) => HTMLElement} */
function memberRow(id, name, words, isBot) {
  return element(
    'li',
    { class: 'member' },
    avatar(id, name, isBot),
    element(
      'span',
      { class: 'member-text' },
      element('span', { class: 'member-name' }, name, isBot && element('span', { class: 'tag' }, 'APP')),
      element('span', { class: 'member-standing' }, words),
    ),
  );
}
