import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Link, writeCustomId } from './custom-id.ts';
import { quoted } from './quoted.ts';

/** A message as Discord's Components V2, plain data and within every limit of Discord's. */
export type View = { readonly components: readonly APIMessageTopLevelComponent[] };

/** Lines of text that belong together. */
export type Paragraph = {
  readonly kind: 'text';
  readonly lines: readonly string[];
  /** When it does not all fit, paragraphs of the highest number are shortened first; 0 is never shortened. */
  readonly collapseRank: number;
  /** What the reader is told was shortened. */
  readonly name: string;
};

export type ButtonRow = {
  readonly kind: 'buttons';
  readonly buttons: readonly APIButtonComponentWithCustomId[];
};

export type SelectRow = {
  readonly kind: 'select';
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly APISelectMenuOption[];
  /** How many may be chosen, none included; absent for exactly one. */
  readonly mostChosen?: number;
};

/** What a message is made of, top to bottom, before it is made to fit. */
export type Part =
  | Paragraph
  | ButtonRow
  | SelectRow
  | { readonly kind: 'rule' }
  /** A picture that the message carries, and what it shows in words; an alert's own unless it has another name. */
  | { readonly kind: 'picture'; readonly shows: string; readonly name?: string }
  /** A file that the message carries, to be downloaded. */
  | { readonly kind: 'file'; readonly name: string };

/** Name of the one picture that an alert of ours carries. */
export const PICTURE = 'signal.png';

/** A paragraph that is never shortened. */
export function text(...lines: readonly string[]): Paragraph {
  return { kind: 'text', lines, collapseRank: 0, name: '' };
}

/** A paragraph that may be shortened, and how readily. */
export function collapsible(rank: number, name: string, lines: readonly string[]): Paragraph {
  return { kind: 'text', lines, collapseRank: rank, name };
}

/** A list to choose one from. `to` must be a short link: its key is not cut. */
export function selectRow(to: Link, placeholder: string, options: readonly APISelectMenuOption[]): SelectRow {
  return { kind: 'select', customId: writeCustomId(to) ?? '', placeholder, options };
}

/** A list to choose any number from; those chosen so far are marked `default`. `to` must be a short link. */
export function multiSelectRow(
  to: Link,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): SelectRow {
  return { ...selectRow(to, placeholder, options), mostChosen: options.length };
}

export const RULE: Part = { kind: 'rule' };

export type ButtonText = {
  readonly label: string;
  /** The one that is meant to be pressed. */
  readonly isPrimary?: boolean;
  readonly link: Link;
};

/** Rows of buttons, five in each as Discord wants; a button whose id would be too long is left out. */
export function buttons(wanted: readonly ButtonText[]): readonly ButtonRow[] {
  const fitting = wanted.flatMap(({ label, isPrimary, link }): APIButtonComponentWithCustomId[] => {
    const id = writeCustomId(link);
    return id === undefined
      ? []
      : [
          {
            type: ComponentType.Button,
            style: isPrimary === true ? ButtonStyle.Primary : ButtonStyle.Secondary,
            label,
            custom_id: id,
          },
        ];
  });
  return Array.from({ length: Math.ceil(fitting.length / BUTTONS_A_ROW) }, (_, row) => ({
    kind: 'buttons',
    buttons: fitting.slice(row * BUTTONS_A_ROW, (row + 1) * BUTTONS_A_ROW),
  }));
}

const BUTTONS_A_ROW = 5;

/** What must be printed on everything that is not live. */
export function watermarkPart(watermark: string | undefined): readonly Part[] {
  return watermark === undefined ? [] : [text(`-# ${watermarkText(watermark)}`)];
}

export function watermarkText(watermark: string): string {
  return `**${quoted(watermark)}**`;
}
