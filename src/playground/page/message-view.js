// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { Child } from './element.js'
 * @import { Scene } from './scene.js'
 */
import { hasFlag, isTrue, numberOf, objectOf, objectsOf, textOf } from './api.js';
import { avatar, displayName } from './people.js';
import { componentViews } from './components.js';
import { element, icon, pressable } from './element.js';
import { embedView } from './embeds.js';
import { markdown } from './markdown.js';
import { contextView, headView, silentMark, timeView } from './message-head.js';
import { fileView, mediaOf, pictureView } from './media.js';
import { inWords } from './timestamp.js';

/**
 * A message as an item of the channel's list.
 *
 * @param {PageMessage} message
 * @param {boolean} isGrouped whether it stands under an earlier one of the same author, without a head of its own
 * @param {Scene} scene
 */
export function messageView(message, isGrouped, scene) {
  const item = element('li', {
    class: isGrouped ? 'message grouped' : 'message',
    'data-message-id': message.id,
  });
  if (message.ephemeralFor !== undefined) {
    item.classList.add('ephemeral');
  }
  try {
    item.append(
      ...messageParts(message, isGrouped, scene).filter((part) => part !== undefined && part !== false),
    );
  } catch {
    item.replaceChildren(
      element('div', { class: 'note' }, 'A message of a kind that this page does not show.'),
    );
  }
  return item;
}

/** @type {(message: PageMessage, isGrouped: boolean, scene: Scene) => readonly Child[]} */
function messageParts(message, isGrouped, scene) {
  const author = objectOf(message, 'author');
  return [
    contextView(message),
    isGrouped
      ? timeView(message, { timeStyle: 'short' }, 'message-time aside')
      : avatar(textOf(author, 'id'), displayName(author), isTrue(author, 'bot')),
    isGrouped && hasFlag(message, 'silent') && silentMark(),
    element(
      'div',
      { class: 'message-body' },
      !isGrouped && headView(message, author),
      attemptView(message) ?? contentView(message, scene),
      failureView(scene.pressState(message.id).failure),
      message.ephemeralFor !== undefined && message['attempt'] !== 'sending' && ephemeralView(message, scene),
    ),
  ];
}

/** @type {(message: PageMessage) => HTMLElement | undefined} */
function attemptView(message) {
  const attempt = textOf(message, 'attempt');
  if (attempt === 'sending') {
    return element('div', { class: 'thinking' }, 'Sending command', dots());
  }
  return attempt === 'failed' ? failureView(textOf(message, 'reason')) : undefined;
}

/** @type {(message: PageMessage, scene: Scene) => HTMLElement} */
function contentView(message, scene) {
  if (hasFlag(message, 'loading')) {
    return element(
      'div',
      { class: 'thinking' },
      `${displayName(objectOf(message, 'author'))} is thinking`,
      dots(),
    );
  }
  const content = textOf(message, 'content');
  const shown = element('div', { class: 'message-content' });
  if (content) {
    shown.append(markdown(content, scene));
  }
  if (textOf(message, 'edited_timestamp')) {
    shown.append(editedView(message));
  }
  if (!hasFlag(message, 'componentsV2')) {
    shown.append(...looseAttachments(message));
  }
  if (!hasFlag(message, 'suppressEmbeds')) {
    shown.append(...objectsOf(message, 'embeds').map((embed) => embedView(embed, message, scene)));
  }
  shown.append(...componentViews(message, message, scene));
  if (!shown.hasChildNodes()) {
    shown.append(element('div', { class: 'note' }, 'This message has nothing to show.'));
  }
  return shown;
}

/** @returns {HTMLElement} */
function dots() {
  return element('span', { class: 'dots', 'aria-hidden': 'true' });
}

/** @type {(message: PageMessage) => HTMLElement} */
function editedView(message) {
  const edited = new Date(textOf(message, 'edited_timestamp'));
  const title = Number.isNaN(edited.getTime())
    ? ''
    : inWords(edited, { dateStyle: 'full', timeStyle: 'short' });
  return element('span', { class: 'edited', title }, '(edited)');
}

/** @type {(message: PageMessage) => readonly HTMLElement[]} */
function looseAttachments(message) {
  const embeds = JSON.stringify(message['embeds'] ?? '');
  return objectsOf(message, 'attachments')
    .filter((attachment) => !isUsedIn(embeds, attachment))
    .map((attachment) => {
      const media = mediaOf(message, attachment, attachment);
      const isPicture =
        textOf(attachment, 'content_type').startsWith('image/') ||
        numberOf(attachment, 'width') !== undefined;
      return element('div', { class: 'attachment' }, isPicture ? pictureView(media) : fileView(media));
    });
}

/** @type {(embeds: string, attachment: ApiObject) => boolean} */
function isUsedIn(embeds, attachment) {
  return (
    embeds.includes(JSON.stringify(`attachment://${textOf(attachment, 'filename')}`)) ||
    embeds.includes(JSON.stringify(textOf(attachment, 'url')))
  );
}

/** @type {(reason: string | undefined) => HTMLElement | undefined} */
function failureView(reason) {
  return reason === undefined
    ? undefined
    : element('div', { class: 'failure', role: 'alert' }, icon('warning'), element('span', {}, reason));
}

/** @type {(message: PageMessage, scene: Scene) => HTMLElement} */
function ephemeralView(message, scene) {
  return element(
    'div',
    { class: 'ephemeral-note' },
    icon('eye'),
    element('span', {}, 'Only you can see this'),
    element('span', { 'aria-hidden': 'true' }, '•'),
    pressable({ class: 'text-button' }, () => scene.dismiss(message.id), 'Dismiss message'),
  );
}
