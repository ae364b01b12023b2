// @ts-check
/**
 * @import { PageMessage } from '../page-protocol.ts'
 * @import { Scene } from './scene.js'
 */
import { objectOf, textOf } from './api.js';
import { byId, element } from './element.js';
import { commandOf } from './message-head.js';
import { messageView } from './message-view.js';
import { inWords } from './timestamp.js';

/** Messages further apart than this stand under a head of their own, in milliseconds. */
const GROUP_SPAN = 7 * 60_000;
/** Within so many pixels of the end, new messages keep being scrolled to. */
const NEAR_END = 60;

/**
 * @typedef {{
 *   readonly message: PageMessage,
 *   readonly isGrouped: boolean,
 *   readonly day: string,
 *   readonly pressed: unknown,
 *   readonly view: HTMLElement,
 * }} Row
 */

/** The open channel's messages, oldest first, scrolled to the newest unless the reader has scrolled up. */
export class MessageList {
  #scroller = byId('scroller', HTMLElement);
  #list = byId('messages', HTMLElement);
  #jump = byId('jump', HTMLButtonElement);
  #scene;
  #channelId = '';
  #isAtEnd = true;
  /** Where the reader was when the list last scrolled, in pixels. */
  #top = 0;
  /** @type {Map<string, Row>} */
  #rows = new Map();

  /** @param {Scene} scene */
  constructor(scene) {
    this.#scene = scene;
    this.#scroller.addEventListener('scroll', () => this.#noteScroll(), { passive: true });
    this.#jump.addEventListener('click', () => this.toEnd());
    const resized = new ResizeObserver(() => this.#keepEnd());
    resized.observe(this.#list);
    resized.observe(this.#scroller);
  }

  /**
   * Draws what has changed and leaves the rest as it is.
   *
   * @param {string} channelId
   * @param {readonly PageMessage[]} messages
   */
  show(channelId, messages) {
    const focused = focusKey(this.#list);
    if (channelId !== this.#channelId) {
      this.#channelId = channelId;
      this.#isAtEnd = true;
      this.#top = 0;
      this.#rows.clear();
    }
    const hadNews = messages.length > this.#rows.size;
    /** @type {Map<string, Row>} */
    const rows = new Map();
    let before;
    for (const message of messages) {
      rows.set(message.id, this.#row(message, before));
      before = message;
    }
    this.#rows = rows;
    this.#place([...rows.values()]);
    if (focused && !this.#list.contains(document.activeElement)) {
      focusAgain(this.#list, focused);
    }
    if (hadNews && !this.#isAtEnd) {
      this.#jump.classList.add('news');
    }
    this.#keepEnd();
  }

  /**
   * @param {PageMessage} message
   * @param {PageMessage | undefined} before
   * @returns {Row}
   */
  #row(message, before) {
    const isGrouped = before !== undefined && belongsTo(before, message);
    const day = before !== undefined && dayOf(before) === dayOf(message) ? '' : dayOf(message);
    const pressed = this.#scene.pressState(message.id);
    const known = this.#rows.get(message.id);
    if (known?.message === message && known.isGrouped === isGrouped && known.pressed === pressed) {
      return { ...known, day };
    }
    const view = messageView(message, isGrouped, this.#scene);
    known?.view.replaceWith(view);
    return { message, isGrouped, day, pressed, view };
  }

  /** @param {readonly Row[]} rows */
  #place(rows) {
    const wanted = rows.flatMap(({ day, view }) => (day ? [this.#divider(day), view] : [view]));
    let at = this.#list.firstChild;
    for (const view of wanted) {
      if (view === at) {
        at = at.nextSibling;
      } else {
        this.#list.insertBefore(view, at);
      }
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  }

  /** @param {string} day */
  #divider(day) {
    const known = this.#list.querySelector(`:scope > [data-day="${CSS.escape(day)}"]`);
    return known ?? element('li', { class: 'day', 'data-day': day }, element('span', {}, day));
  }

  #noteScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END;
    // A picture that loads moves the end away without anybody having scrolled.
    this.#isAtEnd = isNear || (this.#isAtEnd && scrollTop >= this.#top);
    this.#top = scrollTop;
    this.#jump.hidden = this.#isAtEnd;
    if (this.#isAtEnd) {
      this.#jump.classList.remove('news');
    }
  }

  #keepEnd() {
    if (this.#isAtEnd) {
      this.toEnd();
    }
  }

  /** Scrolls to the newest message, and stays there. */
  toEnd() {
    this.#isAtEnd = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }
}

/** @type {(before: PageMessage, message: PageMessage) => boolean} */
function belongsTo(before, message) {
  const apart = Date.parse(textOf(message, 'timestamp')) - Date.parse(textOf(before, 'timestamp'));
  return (
    textOf(objectOf(before, 'author'), 'id') === textOf(objectOf(message, 'author'), 'id') &&
    commandOf(message) === undefined &&
    objectOf(message, 'referenced_message') === undefined &&
    before.ephemeralFor === message.ephemeralFor &&
    dayOf(before) === dayOf(message) &&
    !(apart > GROUP_SPAN)
  );
}

/** @type {(message: PageMessage) => string} */
function dayOf(message) {
  const sent = new Date(textOf(message, 'timestamp'));
  return Number.isNaN(sent.getTime()) ? '' : inWords(sent, { dateStyle: 'long' });
}

/** @type {(list: HTMLElement) => string | undefined} */
function focusKey(list) {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !list.contains(focused)) {
    return undefined;
  }
  const message = focused.closest('[data-message-id]')?.getAttribute('data-message-id');
  const key = focused.dataset['focusKey'];
  return message && key
    ? `[data-message-id="${CSS.escape(message)}"] [data-focus-key="${CSS.escape(key)}"]`
    : undefined;
}

/** @type {(list: HTMLElement, selector: string) => void} */
function focusAgain(list, selector) {
  const target = list.querySelector(selector);
  if (target instanceof HTMLElement) {
    target.focus({ preventScroll: true });
  }
}
