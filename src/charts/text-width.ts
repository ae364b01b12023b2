import { INTER, type Weight } from './typeface.ts';

/** How a text is set: its size in picture units, and its weight. */
export type Setting = { readonly size: number; readonly weight: Weight };

const REPLACEMENT = '?';

/** Width in picture units. */
export function textWidth(text: string, { size, weight }: Setting): number {
  return INTER[weight].widthOf(text, size);
}

/** One line of characters that the font shows: others, control and direction characters among them, become `?`. */
export function printable(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  return characters.map((character) => (isShown(character) ? character : REPLACEMENT)).join('');
}

function isShown(character: string): boolean {
  return !/\p{C}/u.test(character) && INTER[400].has(character);
}

/** `text`, or as much of its beginning as fits into `width`, ended by an ellipsis. */
export function ellipsize(text: string, width: number, setting: Setting): string {
  if (textWidth(text, setting) <= width) {
    return text;
  }
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(`${characters.join('').trimEnd()}…`, setting) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** Breaks `text` between words into at most `most` lines of `width`; what does not fit ends in an ellipsis. */
export function wrapText(
  text: string,
  { width, most }: { readonly width: number; readonly most: number },
  setting: Setting,
): readonly string[] {
  const lines: string[] = [];
  let words = printable(text)
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 0 && lines.length < most - 1) {
    let count = words.length;
    while (count > 1 && textWidth(words.slice(0, count).join(' '), setting) > width) {
      count -= 1;
    }
    lines.push(ellipsize(words.slice(0, count).join(' '), width, setting));
    words = words.slice(count);
  }
  const rest = ellipsize(words.join(' '), width, setting);
  return rest === '' ? lines : [...lines, rest];
}
