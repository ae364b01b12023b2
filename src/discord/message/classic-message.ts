import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';
import { clip } from './clip.ts';
import { rowComponent } from './part-component.ts';
import { withinItsOwnLimits } from './part-limits.ts';
import { NOTE_ROOM, hasContent, shorten, shortenedNote } from './shorten.ts';
import { type Part, PICTURE } from './view.ts';

/**
 * A message with a text, one box and rows of buttons: the only form that a phone's lock screen shows anything of.
 *
 * @see https://github.com/discord/discord-api-docs/issues/7854
 */
export type ClassicMessage = {
  readonly content: string;
  readonly embeds: readonly [APIEmbed];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
};

/** Characters of the text: what a lock screen shows whole. */
const CONTENT = 180;

/** Characters that Discord takes of a box's text. */
const DESCRIPTION = 4_096;

/** Rows of buttons that Discord takes. */
const ROWS = 5;

export type ClassicDraft = {
  /** Colour of the bar beside the box, 0xRRGGBB. */
  readonly accent: number;
  /** A role in Discord's form, which is never cut; absent for nobody. */
  readonly mention?: string;
  /** What is to be done, without marks. */
  readonly headline: string;
  /** What follows the headline while there is room, the most important first. */
  readonly besideHeadline?: readonly string[];
  /** Text, then the picture; buttons and selects stand below the box. */
  readonly parts: readonly Part[];
};

/** Makes a classic message that Discord takes, whatever is in its parts. */
export function classicMessage(draft: ClassicDraft): ClassicMessage {
  const parts = draft.parts.map(withinItsOwnLimits).filter(hasContent);
  const { parts: left, names } = shorten(parts, DESCRIPTION - NOTE_ROOM - parts.length);
  const shown = [...left, ...shortenedNote(names)];
  const picture = shown.find((part) => part.kind === 'picture');
  return {
    content: contentOf(draft),
    embeds: [
      {
        color: draft.accent,
        description: shown.flatMap(descriptionOf).join('\n'),
        ...(picture && { image: { url: `attachment://${picture.name ?? PICTURE}` } }),
      },
    ],
    components: shown.flatMap(rowOf).slice(0, ROWS),
  };
}

function contentOf({ mention, headline, besideHeadline = [] }: ClassicDraft): string {
  const called = mention === undefined ? '' : `${mention} `;
  const marks = '****'.length;
  const bold = `${called}**${clip(headline, CONTENT - called.length - marks)}**`;
  return besideHeadline.reduce((content, more) => {
    const longer = `${content} · ${more}`;
    return longer.length > CONTENT ? content : longer;
  }, bold);
}

function descriptionOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [part.lines.join('\n')];
    case 'rule':
      return [''];
    case 'picture':
    case 'file':
    case 'buttons':
    case 'select':
      return [];
  }
}

function rowOf(part: Part): ClassicMessage['components'] {
  return part.kind === 'buttons' || part.kind === 'select' ? [rowComponent(part)] : [];
}
