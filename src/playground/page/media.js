// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 */
import { isTrue, numberOf, objectsOf, textOf } from './api.js';
import { byId, element, icon, ownAddress, pressable } from './element.js';

/**
 * @typedef {{
 *   readonly address: string | undefined,
 *   readonly name: string,
 *   readonly size: number | undefined,
 *   readonly width: number | undefined,
 *   readonly height: number | undefined,
 *   readonly alt: string,
 *   readonly spoiler: boolean,
 * }} Media `address` is absent where the page may not or cannot fetch it; `size` is in bytes
 */

const ATTACHMENT = 'attachment://';

/**
 * The picture or file that a component, embed or attachment stands for.
 *
 * @param {PageMessage} message
 * @param {ApiObject | undefined} source `{url}`, or an attachment
 * @param {ApiObject} [described] has `description` and `spoiler`, where they are not the source's own
 * @returns {Media}
 */
export function mediaOf(message, source, described) {
  const url = textOf(source, 'url');
  const attachment = attachmentAt(message, url);
  const name = textOf(attachment, 'filename') || textOf(described, 'name') || lastPart(url);
  return {
    address: ownAddress(textOf(attachment, 'url') || url),
    name,
    size: numberOf(attachment, 'size') ?? numberOf(described, 'size'),
    width: numberOf(source, 'width') ?? numberOf(attachment, 'width'),
    height: numberOf(source, 'height') ?? numberOf(attachment, 'height'),
    alt: textOf(described, 'description') || textOf(attachment, 'description'),
    spoiler:
      [described, attachment].some((one) => isTrue(one, 'spoiler') || isTrue(one, 'is_spoiler')) ||
      name.startsWith('SPOILER_'),
  };
}

/** @type {(url: string) => string} */
function lastPart(url) {
  return url.split('/').at(-1) || 'file';
}

/** @type {(message: PageMessage, url: string) => ApiObject | undefined} */
function attachmentAt(message, url) {
  const isNamed = url.startsWith(ATTACHMENT);
  return objectsOf(message, 'attachments').find((candidate) =>
    isNamed
      ? textOf(candidate, 'filename') === url.slice(ATTACHMENT.length)
      : textOf(candidate, 'url') === url,
  );
}

/**
 * A picture that opens enlarged.
 *
 * @param {Media} media
 */
export function pictureView(media) {
  const { address, alt, name, width, height } = media;
  if (address === undefined) {
    return missing(media);
  }
  const image = element('img', { src: address, alt: alt || name, width, height, decoding: 'async' });
  const button = pressable(
    { class: 'picture', title: alt, 'aria-label': `${alt || name} (enlarge)` },
    () => openLightbox(address, alt || name),
    image,
  );
  image.addEventListener('error', () => button.replaceWith(missing(media)), { once: true });
  return media.spoiler ? covered(button) : button;
}

/** @type {(media: Media) => HTMLElement} */
function missing({ alt, name }) {
  return element(
    'div',
    { class: 'note', role: 'img', 'aria-label': alt || name },
    `Picture not shown: ${alt || name}`,
  );
}

/**
 * A file to download.
 *
 * @param {Media} media
 */
export function fileView(media) {
  const { address, name, size } = media;
  const label =
    address === undefined
      ? element('span', { class: 'file-name' }, name)
      : element('a', { class: 'file-name', href: address, download: name }, name);
  const card = element(
    'div',
    { class: 'file' },
    icon('file'),
    element(
      'span',
      { class: 'file-text' },
      label,
      size !== undefined && element('span', { class: 'file-size' }, fileSize(size)),
    ),
  );
  return media.spoiler ? covered(card) : card;
}

/** @type {(bytes: number) => string} */
function fileSize(bytes) {
  if (bytes < 1024) {
    return `${bytes} bytes`;
  }
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/**
 * Hides something behind the word SPOILER until it is pressed.
 *
 * @param {HTMLElement} content
 */
export function covered(content) {
  content.inert = true;
  const cover = pressable({ class: 'spoiler-cover', 'aria-label': 'Spoiler, press to reveal' }, () => {
    content.inert = false;
    wrapper.classList.add('revealed');
    cover.remove();
  });
  cover.append(element('span', {}, 'SPOILER'));
  const wrapper = element('div', { class: 'spoiler-media' }, content, cover);
  return wrapper;
}

/**
 * Shows a picture as large as the window allows, with its description below.
 *
 * @param {string} address
 * @param {string} alt
 */
export function openLightbox(address, alt) {
  const dialog = byId('lightbox', HTMLDialogElement);
  const close = () => dialog.close();
  const image = element('img', { src: address, alt });
  image.addEventListener('click', () => image.classList.toggle('actual-size'));
  dialog.replaceChildren(
    element(
      'div',
      { class: 'lightbox-bar' },
      element('a', { href: address, target: '_blank', rel: 'noopener' }, 'Open in a tab'),
      pressable({ class: 'icon-button', 'aria-label': 'Close' }, close, icon('close')),
    ),
    element('div', { class: 'lightbox-picture' }, image),
    element('p', { class: 'lightbox-alt' }, alt),
  );
  dialog.onclick = (event) => {
    if (event.target instanceof HTMLElement && !event.target.closest('img, a, button, p')) {
      close();
    }
  };
  dialog.showModal();
}
