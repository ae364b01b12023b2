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
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  }
  return found;
}

/**
 * An id that no other element has, for `aria-controls` and its like.
 *
 * @param {string} prefix
 */
export function freshId(prefix) {
  return `${prefix}-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
}
