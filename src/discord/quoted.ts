import { clip } from './clip.ts';

/** Control, invisible and direction-changing characters, which can make a line read as something else. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** What Discord's markdown gives a meaning inside a line. */
const MARKS = /[\\*_~`|[\]<>@]/g;

/** Characters of somebody else's words that we show. */
const LONGEST = 120;

/** Somebody else's words inside ours: one line, no formatting, no mention, no link. */
export function quoted(words: string): string {
  return clip(words.replaceAll(HIDDEN, ' ').trim(), LONGEST).replaceAll(MARKS, '\\$&');
}

/** A name to be typed again, such as an id, in Discord's code style. */
export function code(name: string): string {
  const plain = clip(name.replaceAll(HIDDEN, ' ').replaceAll('`', "'").trim(), LONGEST);
  return `\`${plain === '' ? '?' : plain}\``;
}
