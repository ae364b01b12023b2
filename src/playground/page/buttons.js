// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { Scene } from './scene.js'
 */
import { isTrue, numberOf, objectOf, textOf } from './api.js';
import { element, icon, linkAddress, pressable } from './element.js';

/** By Discord's number. */
const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];
const LINK = 5;

/**
 * @param {ApiObject} component
 * @param {PageMessage} message
 * @param {Scene} scene
 */
export function buttonView(component, message, scene) {
  const style = numberOf(component, 'style') ?? 0;
  const name = STYLES[style];
  if (!name) {
    return element('span', { class: 'note' }, 'A button of a kind that this page does not show.');
  }
  const label = textOf(component, 'label');
  const face = [emojiView(objectOf(component, 'emoji')), label && element('span', {}, label)];
  if (style === LINK) {
    return linkButton(textOf(component, 'url'), isTrue(component, 'disabled'), face);
  }

  const customId = textOf(component, 'custom_id');
  const { pending } = scene.pressState(message.id);
  const isPending = pending === customId;
  const button = pressable(
    {
      class: `button button-${name}${isPending ? ' pending' : ''}`,
      disabled: isTrue(component, 'disabled'),
      'aria-disabled': pending !== undefined && 'true',
      'aria-busy': isPending && 'true',
      'data-focus-key': customId,
    },
    () => scene.press(message, component),
    ...face,
  );
  if (isPending) {
    button.append(element('span', { class: 'dots', 'aria-label': 'Waiting for the bot' }));
  }
  return button;
}

/** @type {(url: string, disabled: boolean, face: readonly (HTMLElement | '' | undefined)[]) => HTMLElement} */
function linkButton(url, disabled, face) {
  const href = disabled ? undefined : linkAddress(url);
  const children = [...face.filter((part) => part !== ''), icon('external')];
  if (href === undefined) {
    return element(
      'span',
      { class: 'button button-link', role: 'link', 'aria-disabled': 'true' },
      ...children,
    );
  }
  return element(
    'a',
    { class: 'button button-link', href, title: href, target: '_blank', rel: 'noopener noreferrer' },
    ...children,
  );
}

/**
 * A server's own emoji live on an address of Discord's, so only their name is shown.
 *
 * @param {ApiObject | undefined} emoji
 */
export function emojiText(emoji) {
  const name = textOf(emoji, 'name');
  return name && textOf(emoji, 'id') ? `:${name}:` : name;
}

/** @type {(emoji: ApiObject | undefined) => HTMLElement | undefined} */
function emojiView(emoji) {
  const text = emojiText(emoji);
  return text ? element('span', { class: 'emoji' }, text) : undefined;
}
