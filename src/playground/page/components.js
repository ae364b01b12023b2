// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { Scene } from './scene.js'
 */
import { COMPONENT, isTrue, numberOf, objectOf, objectsOf, textOf } from './api.js';
import { buttonView } from './buttons.js';
import { element } from './element.js';
import { markdown } from './markdown.js';
import { covered, fileView, mediaOf, pictureView } from './media.js';
import { isSelect, selectView } from './selects.js';

/** @typedef {(component: ApiObject, message: PageMessage, scene: Scene) => HTMLElement} ComponentView */

/** @type {Readonly<Record<number, ComponentView>>} */
const VIEWS = {
  [COMPONENT.actionRow]: (component, message, scene) =>
    element('div', { class: 'action-row' }, ...componentViews(component, message, scene)),
  [COMPONENT.button]: buttonView,
  [COMPONENT.section]: sectionView,
  [COMPONENT.textDisplay]: (component, _message, scene) => markdown(textOf(component, 'content'), scene),
  [COMPONENT.thumbnail]: (component, message) =>
    element(
      'div',
      { class: 'thumbnail' },
      pictureView(mediaOf(message, objectOf(component, 'media'), component)),
    ),
  [COMPONENT.mediaGallery]: galleryView,
  [COMPONENT.file]: (component, message) =>
    fileView(mediaOf(message, objectOf(component, 'file'), component)),
  [COMPONENT.separator]: separatorView,
  [COMPONENT.container]: containerView,
};

/**
 * The components of a message, or of one of its containers, one below the other.
 *
 * @param {ApiObject} parent
 * @param {PageMessage} message
 * @param {Scene} scene
 */
export function componentViews(parent, message, scene) {
  return objectsOf(parent, 'components').map((component) => componentView(component, message, scene));
}

/**
 * A component that cannot be shown becomes a note in its place, so that the rest of the message stays readable.
 *
 * @type {ComponentView}
 */
function componentView(component, message, scene) {
  const type = numberOf(component, 'type');
  try {
    if (isSelect(component)) {
      return selectView(component, message, scene);
    }
    const view = VIEWS[type ?? 0];
    if (view) {
      return view(component, message, scene);
    }
  } catch {
    return element('div', { class: 'note' }, `A component (type ${type}) could not be shown.`);
  }
  return element(
    'div',
    { class: 'note' },
    `This page does not show components of type ${type ?? 'unknown'}.`,
  );
}

/** @type {ComponentView} */
function sectionView(component, message, scene) {
  const accessory = objectOf(component, 'accessory');
  return element(
    'div',
    { class: 'section' },
    element('div', { class: 'section-text' }, ...componentViews(component, message, scene)),
    accessory && element('div', { class: 'accessory' }, componentView(accessory, message, scene)),
  );
}

/** @type {ComponentView} */
function galleryView(component, message) {
  const items = objectsOf(component, 'items');
  return element(
    'div',
    { class: `gallery gallery-${Math.min(items.length, 5)}` },
    ...items.map((item) => pictureView(mediaOf(message, objectOf(item, 'media'), item))),
  );
}

/** @type {ComponentView} */
function separatorView(component) {
  const isWide = numberOf(component, 'spacing') === 2;
  const isLine = component['divider'] !== false;
  return element('div', {
    class: `separator${isWide ? ' wide' : ''}${isLine ? ' line' : ''}`,
    role: isLine ? 'separator' : 'presentation',
  });
}

/** @type {ComponentView} */
function containerView(component, message, scene) {
  const colour = numberOf(component, 'accent_color');
  const box = element(
    'div',
    { class: colour === undefined ? 'container' : 'container accented' },
    ...componentViews(component, message, scene),
  );
  if (colour !== undefined) {
    box.style.setProperty('--accent', colourText(colour));
  }
  return isTrue(component, 'spoiler') ? covered(box) : box;
}

/**
 * @param {number} colour `0xRRGGBB`
 */
export function colourText(colour) {
  return `#${Math.min(Math.max(Math.trunc(colour), 0), 0xffffff)
    .toString(16)
    .padStart(6, '0')}`;
}
