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

/** Whether `canonicalJson` carries a value, told without writing it. */
export function isWritable(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || isWritableObject(value);
    default:
      return false;
  }
}

function isWritableObject(value: object): boolean {
  // `includes` finds the holes that `every` passes over.
  return Array.isArray(value)
    ? value.every(isWritable) && !value.includes(undefined)
    : isPlain(value) && Object.values(value).every(isWritable);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
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
  if (!isPlain(value)) {
    throw new TypeError(`${place} is no plain object, which JSON cannot carry`);
  }
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${textOf(member, `${place}.${name}`)}`);
  return `{${members.join(',')}}`;
}
