import { ComponentType } from 'discord.js';
import { clip } from './clip.ts';
import { componentOf, textDisplay } from './part-component.ts';
import { LIMITS, withinItsOwnLimits } from './part-limits.ts';
import { en } from '#discord/texts/en.ts';
import { NOTE_ROOM, hasContent, shorten, shortenedNote } from './shorten.ts';
import { type Part, text, type View } from './view.ts';

/** Characters of what stands above the box. */
const ABOVE = 200;

/** Components that are none of the parts: the box, and the sentence below. */
const AROUND = 2;

export type Draft = {
  /** Colour of the bar beside the message, 0xRRGGBB. */
  readonly accent: number;
  /** Shown above the box, such as a mention. */
  readonly above?: string;
  readonly parts: readonly Part[];
};

/**
 * Makes a message of its parts that Discord takes, whatever is in them.
 *
 * Paragraphs give way in the order of their `collapseRank`, last lines first, and a closing line names what was shortened.
 */
export function fit(draft: Draft): View {
  const above = clip(draft.above ?? '', ABOVE);
  const top = above === '' ? [] : [textDisplay(above)];
  const parts = withinCount(
    draft.parts.map(withinItsOwnLimits).filter(hasContent),
    LIMITS.components - AROUND - top.length,
  );
  const fixed = above.length + sum(parts.map(fixedText));
  const shortened = shorten(parts, LIMITS.text - NOTE_ROOM - fixed);
  const shown = withoutStrayRules([...shortened.parts, ...shortenedNote(shortened.names)]);
  return {
    components: [
      ...top,
      {
        type: ComponentType.Container,
        accent_color: draft.accent,
        components: (shown.length > 0 ? shown : [text(en.signal.card.nothing)]).map(componentOf),
      },
    ],
  };
}

/** Characters that are no paragraph's and are counted all the same, to be on the safe side. */
function fixedText(part: Part): number {
  switch (part.kind) {
    case 'buttons':
      return sum(part.buttons.map(({ label }) => label?.length ?? 0));
    case 'select':
      return part.placeholder.length;
    case 'picture':
      return part.shows.length;
    case 'text':
    case 'file':
    case 'rule':
      return 0;
  }
}

function withoutStrayRules(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, index) => {
    const before = parts[index - 1];
    return (
      part.kind !== 'rule' || (before !== undefined && before.kind !== 'rule' && index < parts.length - 1)
    );
  });
}

/** Rules go first when there are too many components, then what stands last. */
function withinCount(parts: readonly Part[], room: number): readonly Part[] {
  if (sum(parts.map(countOf)) <= room) {
    return parts;
  }
  const fitted: Part[] = [];
  for (const part of parts.filter(({ kind }) => kind !== 'rule')) {
    if (sum(fitted.map(countOf)) + countOf(part) <= room) {
      fitted.push(part);
    }
  }
  return fitted;
}

function countOf(part: Part): number {
  switch (part.kind) {
    case 'buttons':
      return 1 + part.buttons.length;
    case 'select':
      return 2;
    case 'text':
    case 'rule':
    case 'picture':
    case 'file':
      return 1;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
