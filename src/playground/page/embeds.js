// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { Scene } from './scene.js'
 */
import { isTrue, numberOf, objectOf, objectsOf, textOf } from './api.js';
import { element, linkAddress } from './element.js';
import { colourText } from './components.js';
import { inlineMarkdown, markdown } from './markdown.js';
import { mediaOf, pictureView } from './media.js';
import { inWords } from './timestamp.js';

/**
 * @param {ApiObject} embed
 * @param {PageMessage} message
 * @param {Scene} scene
 */
export function embedView(embed, message, scene) {
  const description = textOf(embed, 'description');
  const thumbnail = objectOf(embed, 'thumbnail');
  const image = objectOf(embed, 'image');
  const box = element(
    'article',
    { class: 'embed' },
    element(
      'div',
      { class: 'embed-main' },
      element(
        'div',
        { class: 'embed-text' },
        authorView(embed),
        titleView(embed, scene),
        description !== '' && markdown(description, scene),
        fieldsView(embed, scene),
      ),
      thumbnail && element('div', { class: 'thumbnail' }, pictureView(mediaOf(message, thumbnail))),
    ),
    image && element('div', { class: 'embed-image' }, pictureView(mediaOf(message, image))),
    footerView(embed),
  );
  const colour = numberOf(embed, 'color');
  if (colour) {
    box.style.setProperty('--accent', colourText(colour));
  }
  return box;
}

/** @type {(embed: ApiObject) => HTMLElement | undefined} */
function authorView(embed) {
  const name = textOf(objectOf(embed, 'author'), 'name');
  return name ? element('div', { class: 'embed-author' }, name) : undefined;
}

/** @type {(embed: ApiObject, scene: Scene) => HTMLElement | undefined} */
function titleView(embed, scene) {
  const title = textOf(embed, 'title');
  if (!title) {
    return undefined;
  }
  const href = linkAddress(textOf(embed, 'url'));
  const heading = inlineMarkdown(title, scene);
  return element(
    'div',
    { class: 'embed-title' },
    href === undefined
      ? heading
      : element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, heading),
  );
}

/** @type {(embed: ApiObject, scene: Scene) => HTMLElement | undefined} */
function fieldsView(embed, scene) {
  const fields = objectsOf(embed, 'fields');
  if (fields.length === 0) {
    return undefined;
  }
  const views = fields.map((field) =>
    element(
      'div',
      { class: isTrue(field, 'inline') ? 'field inline' : 'field' },
      element('div', { class: 'field-name' }, inlineMarkdown(textOf(field, 'name'), scene)),
      markdown(textOf(field, 'value'), scene),
    ),
  );
  return element('div', { class: 'fields' }, ...views);
}

/** @type {(embed: ApiObject) => HTMLElement | undefined} */
function footerView(embed) {
  const text = textOf(objectOf(embed, 'footer'), 'text');
  const time = Date.parse(textOf(embed, 'timestamp'));
  const when = Number.isNaN(time) ? '' : inWords(new Date(time), { dateStyle: 'short', timeStyle: 'short' });
  const footer = [text, when].filter((part) => part !== '').join(' • ');
  return footer ? element('div', { class: 'embed-footer' }, footer) : undefined;
}
