// @ts-check

/**
 * What an element may hold. Text stays text: nothing in the page is ever read as HTML.
 *
 * @typedef {Node | string | false | undefined} Child
 */

/**
 * Builds an element; attributes that are `false` or `undefined` are left out, `true` ones are empty.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  made.append(...children.filter((child) => child !== false && child !== undefined));
  return made;
}

/**
 * A button that submits no form.
 *
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} attributes
 * @param {() => void} press
 * @param {...Child} children
 */
export function pressable(attributes, press, ...children) {
  const button = element('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', press);
  return button;
}

/**
 * The element of the page's own HTML with that id.
 *
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 * @throws Error when the HTML and the code have come apart
 */
export function byId(id, kind) {
  const target = document.getElementById(id);
  if (!(target instanceof kind)) {
    throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  }
  return target;
}

/**
 * An id that no other element has, for `aria-controls` and its like.
 *
 * @param {string} prefix
 */
export function freshId(prefix) {
  return `${prefix}-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
}

/** @type {Readonly<Record<string, readonly string[]>>} paths on a 24 × 24 grid */
const ICON_PATHS = {
  hash: ['M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17'],
  menu: ['M4 6h16M4 12h16M4 18h16'],
  plus: ['M12 5v14M5 12h14'],
  send: ['M4 12 20 4l-4 16-4.5-6.5L4 12Zm7.5 1.5L20 4'],
  down: ['m6 9 6 6 6-6'],
  arrowDown: ['M12 4v15m-6-6 6 6 6-6'],
  close: ['M6 6l12 12M18 6 6 18'],
  eye: ['M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z', 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z'],
  bellOff: ['M6 16V11a6 6 0 0 1 9.5-4.9M18 11v5l1.5 2H8M10 21h4', 'M4 4l16 16'],
  warning: ['M12 4 2.5 20h19L12 4Z', 'M12 10v4.5M12 17.2v.2'],
  reply: ['M4 18v-4a6 6 0 0 1 6-6h9m-4-4 4 4-4 4'],
  external: ['M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5'],
  file: ['M6 3h8l5 5v13H6V3Z', 'M14 3v5h5'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  play: ['M7 4.5v15l12-7.5-12-7.5Z'],
  pause: ['M8 5v14M16 5v14'],
  step: ['M5 5v14l10-7L5 5Z', 'M19 5v14'],
  restart: ['M4 12a8 8 0 1 0 2.6-5.9M4 4v5h5'],
  forward: ['M3 6v12l8-6-8-6Zm9 0v12l8-6-8-6Z'],
};

/**
 * A line drawing in the colour of the text around it, hidden from screen readers.
 *
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const line of ICON_PATHS[name] ?? []) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', line);
    svg.append(path);
  }
  return svg;
}

/**
 * The address a link may lead to, or `undefined` for anything but http and https.
 *
 * @param {string} address
 */
export function linkAddress(address) {
  const url = URL.parse(address);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where the page may fetch a picture or file: this server and no other, whichever of its loopback names the
 * bot was told. `undefined` for every other address, so that nothing is asked of the outside.
 *
 * @param {string} address
 */
export function ownAddress(address) {
  const url = URL.parse(address, location.href);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return undefined;
  }
  const isOurs = url.origin === location.origin || (LOOPBACK.has(url.hostname) && url.port === location.port);
  return isOurs ? url.pathname + url.search : undefined;
}
