// @ts-check
/** @import { ApiObject, PageMessage } from '../page-protocol.ts' */
import { hasFlag, isTrue, objectOf, textOf } from './api.js';
import { avatar, displayName } from './people.js';
import { element, icon } from './element.js';
import { inWords } from './timestamp.js';

/**
 * The command that a message answers, as Discord has it on either of its two fields.
 *
 * @param {ApiObject} message
 */
export function commandOf(message) {
  const metadata = objectOf(message, 'interaction_metadata');
  const interaction = objectOf(message, 'interaction');
  const name = textOf(interaction, 'name') || textOf(metadata, 'name');
  const user = objectOf(interaction, 'user') ?? objectOf(metadata, 'user');
  return name && user ? { name, user } : undefined;
}

/**
 * The line above a message that says what it answers.
 *
 * @param {PageMessage} message
 */
export function contextView(message) {
  const command = commandOf(message);
  const replied = objectOf(message, 'referenced_message');
  if (!command && !replied) {
    return undefined;
  }
  const user = command?.user ?? objectOf(replied, 'author');
  const said = command
    ? [' used ', element('span', { class: 'mention' }, `/${command.name}`)]
    : [' ', element('span', { class: 'replied' }, textOf(replied, 'content') || 'See the message above')];
  return element(
    'div',
    { class: 'message-context' },
    avatar(textOf(user, 'id'), displayName(user)),
    element('span', {}, element('span', { class: 'context-name' }, displayName(user)), ...said),
  );
}

/**
 * Who wrote a message and when.
 *
 * @param {PageMessage} message
 * @param {ApiObject | undefined} author
 */
export function headView(message, author) {
  return element(
    'div',
    { class: 'message-head' },
    element('span', { class: 'author', role: 'heading', 'aria-level': 3 }, displayName(author)),
    isTrue(author, 'bot') && element('span', { class: 'tag' }, 'APP'),
    hasFlag(message, 'silent') && silentMark(),
    timeView(message, undefined, 'message-time'),
  );
}

/** Says that nobody was notified. */
export function silentMark() {
  const label = 'This message was sent without a notification';
  return element(
    'span',
    { class: 'silent', role: 'img', 'aria-label': label, title: label },
    icon('bellOff'),
  );
}

/**
 * When a message was sent.
 *
 * @param {PageMessage} message
 * @param {Intl.DateTimeFormatOptions | undefined} options without any, the day is left out if it is today
 * @param {string} name of its class
 */
export function timeView(message, options, name) {
  const sent = new Date(textOf(message, 'timestamp'));
  if (Number.isNaN(sent.getTime())) {
    return element('span', { class: name });
  }
  const title = inWords(sent, { dateStyle: 'full', timeStyle: 'short' });
  const shown = options ? inWords(sent, options) : sentAt(sent);
  return element('time', { class: name, datetime: sent.toISOString(), title }, shown);
}

/** @type {(sent: Date) => string} */
function sentAt(sent) {
  const time = inWords(sent, { timeStyle: 'short' });
  const isToday = sent.toDateString() === new Date(Date.now()).toDateString();
  return isToday ? `Today at ${time}` : `${inWords(sent, { dateStyle: 'short' })} ${time}`;
}
