// @ts-check
/**
 * @import { Block, ListItem } from './markdown-blocks.js'
 * @import { Inline } from './markdown-inline.js'
 * @import { Scene } from './scene.js'
 */
import { element, linkAddress, pressable } from './element.js';
import { parseBlocks } from './markdown-blocks.js';
import { parseInline } from './markdown-inline.js';
import { timestamp } from './timestamp.js';

/**
 * Discord's markdown as elements.
 *
 * @param {string} source
 * @param {Scene} scene
 */
export function markdown(source, scene) {
  return element(
    'div',
    { class: 'markdown' },
    ...parseBlocks(source).map((block) => blockView(block, scene)),
  );
}

/**
 * One line of markdown, for where Discord allows no blocks: titles and names of fields.
 *
 * @param {string} source
 * @param {Scene} scene
 */
export function inlineMarkdown(source, scene) {
  return element('span', { class: 'markdown' }, ...inlineViews(parseInline(source), scene));
}

/** @type {(block: Block, scene: Scene) => HTMLElement} */
function blockView(block, scene) {
  switch (block.kind) {
    case 'heading':
      // Discord's three sizes start at the third level of the page, below server and channel.
      return element(
        'div',
        { class: `heading heading-${block.level}`, role: 'heading', 'aria-level': block.level + 2 },
        ...inlineViews(parseInline(block.text), scene),
      );
    case 'subtext':
      return element('div', { class: 'subtext' }, ...inlineViews(parseInline(block.text), scene));
    case 'fence':
      return element('pre', { class: 'fence', tabindex: 0 }, element('code', {}, withoutColours(block.text)));
    case 'quote':
      return element('blockquote', {}, ...block.blocks.map((inner) => blockView(inner, scene)));
    case 'list':
      return listView(block.items, scene);
    case 'paragraph':
      return element('div', { class: 'paragraph' }, ...inlineViews(parseInline(block.text), scene));
  }
}

/**
 * Terminal colours that bots put into blocks marked `ansi` are left out.
 *
 * @type {(text: string) => string}
 */
function withoutColours(text) {
  // oxlint-disable-next-line no-control-regex -- the escape character is what starts a colour
  return text.replaceAll(/\u001b\[[\d;]*m/g, '');
}

/** @type {(items: readonly ListItem[], scene: Scene) => HTMLElement} */
function listView(items, scene) {
  const rows = items.map(({ depth, marker, text }) =>
    element(
      'div',
      { class: `item item-${depth}`, role: 'listitem' },
      element('span', { class: 'marker' }, /\d/.test(marker) ? marker : depth === 0 ? '•' : '◦'),
      element('span', {}, ...inlineViews(parseInline(text), scene)),
    ),
  );
  return element('div', { class: 'list', role: 'list' }, ...rows);
}

/** @type {(pieces: readonly Inline[], scene: Scene) => readonly Node[]} */
function inlineViews(pieces, scene) {
  return pieces.map((piece) => inlineView(piece, scene));
}

const TAGS = /** @type {const} */ ({ bold: 'strong', italic: 'em', underline: 'u', strike: 's' });

/** @type {(piece: Inline, scene: Scene) => Node} */
function inlineView(piece, scene) {
  switch (piece.kind) {
    case 'text':
    case 'emoji':
      return document.createTextNode(piece.text);
    case 'code':
      return element('code', { class: 'code' }, piece.text);
    case 'time':
      return timestamp(piece.seconds, piece.style, scene.now());
    case 'link':
      return linkView(piece.address, inlineViews(piece.children, scene));
    case 'mention':
      return mentionView(piece.of, piece.id, scene);
    case 'spoiler':
      return spoilerView(inlineViews(piece.children, scene));
    default:
      return element(TAGS[piece.kind], {}, ...inlineViews(piece.children, scene));
  }
}

/** @type {(address: string, children: readonly Node[]) => HTMLElement} */
function linkView(address, children) {
  const href = linkAddress(address);
  if (href === undefined) {
    return element('span', {}, ...children);
  }
  return element('a', { href, title: href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** @type {(of: 'user' | 'role' | 'channel' | 'command' | 'everyone', id: string, scene: Scene) => HTMLElement} */
function mentionView(of, id, scene) {
  switch (of) {
    case 'user':
      return element('span', { class: 'mention' }, `@${scene.userName(id)}`);
    case 'role':
      return element('span', { class: 'mention' }, `@${scene.roleName(id)}`);
    case 'command':
      return element('span', { class: 'mention' }, `/${id}`);
    case 'everyone':
      return element('span', { class: 'mention' }, id);
    case 'channel': {
      const name = scene.channelName(id);
      if (name === undefined) {
        return element('span', { class: 'mention' }, '#unknown');
      }
      return pressable({ class: 'mention' }, () => scene.openChannel(id), `#${name}`);
    }
  }
}

/** @type {(children: readonly Node[]) => HTMLElement} */
function spoilerView(children) {
  const hidden = element('span', { class: 'spoiler-text' }, ...children);
  const cover = element(
    'span',
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler' },
    hidden,
  );
  hidden.inert = true;
  const reveal = () => {
    cover.classList.add('revealed');
    for (const name of ['role', 'tabindex', 'aria-label']) {
      cover.removeAttribute(name);
    }
    hidden.inert = false;
  };
  cover.addEventListener('click', reveal, { once: true });
  cover.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      reveal();
    }
  });
  return cover;
}
