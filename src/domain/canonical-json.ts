/**
 * A value as the one JSON text that stands for it: members sorted by name (UTF-16 code units), no white space,
 * numbers as JavaScript prints them. Equal values give equal bytes, and reading the text back gives the value.
 *
 * @throws TypeError naming the place of what JSON cannot carry: `undefined`, a number that is not finite, or
 *   anything but plain objects, arrays, strings, numbers, booleans and null
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, '$');
}

function textOf(value: unknown, place: string): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      return numberText(value, place);
    case 'object':
      return value === null ? 'null' : objectText(value, place);
    default:
      throw new TypeError(`${place} is ${typeof value}, which JSON cannot carry`);
  }
}

function numberText(value: number, place: string): string {
  if (!Number.isFinite(value)) {
    throw new TypeError(`${place} is ${value}, which JSON cannot carry`);
  }
  return JSON.stringify(value);
}

function objectText(value: object, place: string): string {
  if (Array.isArray(value)) {
    // `Array.from` reads holes as `undefined`, which is refused; `map` would pass them over.
    return `[${Array.from(value, (item, index) => textOf(item, `${place}[${index}]`)).join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${place} is no plain object, which JSON cannot carry`);
  }
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${textOf(member, `${place}.${name}`)}`);
  return `{${members.join(',')}}`;
}
