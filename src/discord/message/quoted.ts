import { clip } from './clip.ts';

/** Control, invisible and direction-changing characters, which can make a line read as something else. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** What Discord’s markdown gives a meaning inside a line; a slash makes an address of the words before it. */
const MARKS = /[\\*_~`|[\]<>@/]/g;

/** Characters of somebody else's words that we show. */
const LONGEST = 120;

const ID = /^\d+$/;
const SIGNS = { person: '@', channel: '#', role: '@&' };

/** Somebody else's words inside ours: one line, no formatting, no mention, no link. */
export function quoted(text: string): string {
  return clip(visible(text), LONGEST).replaceAll(MARKS, '\\$&');
}

/** A name to be typed again, such as an id, in Discord's code style. */
export function code(name: string): string {
  return `\`${clip(visible(name).replaceAll('`', "'"), LONGEST)}\``;
}

/** Somebody's, some channel's or some role's name, as Discord shows it; what is no id is shown as it is. */
export function named(kind: 'person' | 'channel' | 'role', id: string): string {
  return ID.test(id) ? `<${SIGNS[kind]}${id}>` : quoted(id);
}

function visible(text: string): string {
  const left = text.replaceAll(HIDDEN, ' ').trim();
  return left === '' ? '?' : left;
}
