import { clip } from './clip.ts';
import { type Part, text } from './view.ts';
import { en } from '#discord/texts/en.ts';

/** Characters kept free for the sentence that says what was shortened. */
export const NOTE_ROOM = 160;

type Shortened = { readonly parts: readonly Part[]; readonly names: ReadonlySet<string> };

/**
 * Parts whose text has at most so many characters.
 *
 * Paragraphs give way in the order of their `collapseRank`, last lines first; where none is left to give, all are clipped.
 *
 * @returns the parts that are left, and the names of what was shortened
 */
export function shorten(parts: readonly Part[], room: number): Shortened {
  const left = [...parts];
  const names = new Set<string>();
  while (textLength(left) > room) {
    const index = nextToGive(left);
    const part = left[index];
    if (part?.kind !== 'text') {
      return { parts: left.map((each) => clipped(each, room / left.length)).filter(hasContent), names };
    }
    names.add(part.name);
    // A heading alone says nothing.
    left.splice(index, 1, { ...part, lines: part.lines.length > 2 ? part.lines.slice(0, -1) : [] });
  }
  return { parts: left.filter(hasContent), names };
}

/** The sentence that names what was shortened; nothing where nothing was. */
export function shortenedNote(names: ReadonlySet<string>): readonly Part[] {
  return names.size === 0 ? [] : [text(clip(en.signal.card.shortened([...names]), NOTE_ROOM))];
}

/** Whether a part shows anything. */
export function hasContent(part: Part): boolean {
  switch (part.kind) {
    case 'text':
      return part.lines.some((line) => line.trim() !== '');
    case 'buttons':
      return part.buttons.length > 0;
    case 'select':
      return part.options.length > 0;
    case 'picture':
    case 'file':
    case 'rule':
      return true;
  }
}

/** Index of the paragraph that can best be spared; -1 when none is left. */
function nextToGive(parts: readonly Part[]): number {
  const ranks = parts.map((part) => (part.kind === 'text' && part.lines.length > 0 ? part.collapseRank : 0));
  const most = Math.max(0, ...ranks);
  return most === 0 ? -1 : ranks.lastIndexOf(most);
}

function clipped(part: Part, length: number): Part {
  return part.kind === 'text' ? { ...part, lines: [clip(part.lines.join('\n'), Math.floor(length))] } : part;
}

function textLength(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.lines.join('\n').length : 0), 0);
}
