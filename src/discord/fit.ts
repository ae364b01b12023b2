import {
  type APIComponentInContainer,
  type APISelectMenuOption,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import { clip } from './clip.ts';
import { en } from './texts/en.ts';
import { type ButtonRow, type Paragraph, type Part, PICTURE, type SelectRow, type View } from './view.ts';

/** Discord's limits. The sum of text is what its servers enforce; the documentation leaves it out. */
export const LIMITS = {
  components: 40,
  /** Characters of all texts together. */
  text: 4_000,
  label: 80,
  /** Characters of a select's placeholder, and of an option's label and description. */
  placeholder: 150,
  option: 100,
  options: 25,
  /** Characters of what a picture shows in words. */
  shows: 1_024,
};

/** Characters of one line, far more than a line of ours ever has. */
const LINE = 600;

/** Kept free for the sentence that says what was shortened. */
const NOTE = 160;

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
 * Paragraphs give way in the order of their `spare`, last lines first, and a closing line names what was shortened.
 */
export function fit(draft: Draft): View {
  const parts = draft.parts.map(withinItsOwnLimits).filter(hasContent);
  const above = clip(draft.above ?? '', LINE);
  const fixed = above.length + sum(parts.map(fixedText));
  const shortened = shorten(parts, LIMITS.text - NOTE - fixed);
  const note = noteFor(shortened.names);
  const whole = withoutStrayRules([...shortened.parts, ...(note ? [note] : [])]);
  const top = above === '' ? [] : [textDisplay(above)];
  const shown = withinCount(whole, LIMITS.components - 1 - top.length);
  return {
    components: [
      ...top,
      {
        type: ComponentType.Container,
        accent_color: draft.accent,
        components: shown.map(componentOf),
      },
    ],
  };
}

function withinItsOwnLimits(part: Part): Part {
  switch (part.kind) {
    case 'text':
      return { ...part, lines: part.lines.map((line) => clip(line, LINE)) };
    case 'buttons':
      return {
        ...part,
        buttons: part.buttons.map((button) => ({ ...button, label: clip(button.label ?? '', LIMITS.label) })),
      };
    case 'select':
      return {
        ...part,
        placeholder: clip(part.placeholder, LIMITS.placeholder),
        options: part.options.slice(0, LIMITS.options).map(withinOption),
      };
    case 'picture':
      return { ...part, shows: clip(part.shows, LIMITS.shows) };
    case 'rule':
      return part;
  }
}

function withinOption(option: APISelectMenuOption): APISelectMenuOption {
  return {
    ...option,
    label: clip(option.label, LIMITS.option),
    value: clip(option.value, LIMITS.option),
    ...(option.description !== undefined && { description: clip(option.description, LIMITS.option) }),
  };
}

function hasContent(part: Part): boolean {
  switch (part.kind) {
    case 'text':
      return part.lines.some((line) => line.trim() !== '');
    case 'buttons':
      return part.buttons.length > 0;
    case 'select':
      return part.options.length > 0;
    case 'picture':
    case 'rule':
      return true;
  }
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
    case 'rule':
      return 0;
  }
}

type Shortened = { readonly parts: readonly Part[]; readonly names: ReadonlySet<string> };

function shorten(parts: readonly Part[], room: number): Shortened {
  const kept = [...parts];
  const names = new Set<string>();
  while (sum(kept.map(lengthOf)) > room) {
    const index = nextToGive(kept);
    const part = kept[index];
    if (part?.kind !== 'text') {
      return { parts: kept.map((each) => clipped(each, room / kept.length)), names };
    }
    names.add(part.name);
    // A heading alone says nothing.
    kept.splice(index, 1, { ...part, lines: part.lines.length > 2 ? part.lines.slice(0, -1) : [] });
  }
  return { parts: kept.filter(hasContent), names };
}

/** Index of the paragraph that can best be spared; -1 when none is left. */
function nextToGive(parts: readonly Part[]): number {
  const ranks = parts.map((part) => (part.kind === 'text' && part.lines.length > 0 ? part.spare : 0));
  const most = Math.max(0, ...ranks);
  return most === 0 ? -1 : ranks.lastIndexOf(most);
}

function clipped(part: Part, length: number): Part {
  return part.kind === 'text' ? { ...part, lines: [clip(part.lines.join('\n'), Math.floor(length))] } : part;
}

function lengthOf(part: Part): number {
  return part.kind === 'text' ? part.lines.join('\n').length : 0;
}

function noteFor(names: ReadonlySet<string>): Paragraph | undefined {
  return names.size === 0
    ? undefined
    : { kind: 'text', lines: [clip(en.card.shortened([...names]), NOTE)], spare: 0, name: '' };
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
  const kept: Part[] = [];
  for (const part of parts.filter(({ kind }) => kind !== 'rule')) {
    if (sum(kept.map(countOf)) + countOf(part) <= room) {
      kept.push(part);
    }
  }
  return kept;
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
      return 1;
  }
}

function componentOf(part: Part): APIComponentInContainer {
  switch (part.kind) {
    case 'text':
      return textDisplay(part.lines.join('\n'));
    case 'rule':
      return { type: ComponentType.Separator };
    case 'picture':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${PICTURE}` }, description: part.shows }],
      };
    case 'buttons':
      return row(part);
    case 'select':
      return row(part);
  }
}

function row(part: ButtonRow | SelectRow): APIComponentInContainer {
  return part.kind === 'buttons'
    ? { type: ComponentType.ActionRow, components: [...part.buttons] }
    : {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: part.customId,
            placeholder: part.placeholder,
            options: [...part.options],
          },
        ],
      };
}

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
