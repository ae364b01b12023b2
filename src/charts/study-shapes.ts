import { printable, textWidth } from './fit-text.ts';
import { PALETTE, TYPE } from './palette.ts';
import type { Weight } from './typeface.ts';

/** Space around a picture, in its own units. */
export const EDGE = 18;

/** Size of what stands beside and in the drawings. */
const BODY_SIZE = 13;

/** What stands below a title, and how much room it takes. */
export type StudyBody = { readonly shapes: readonly string[]; readonly height: number };

type Text = {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
};

export function svgText(text: string, { x, y, ...style }: Text): string {
  const { size = BODY_SIZE, weight = 400, colour = PALETTE.text, anchor = 'start' } = style;
  return `<text x="${round(x)}" y="${round(y)}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(printable(text))}</text>`;
}

type Line = {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly colour: string;
  readonly width?: number;
  readonly dash?: string;
};

export function svgLine({ from: [x1, y1], to: [x2, y2], colour, width = 1, dash }: Line): string {
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}" stroke-width="${width}"${dashes}/>`;
}

/** Width of a line of body text. */
export function bodyWidth(text: string, weight: Weight = 400): number {
  return textWidth(printable(text), { size: BODY_SIZE, weight });
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Words on a picture that is looked at on a phone: larger than on those of a report. */
export function phoneText(text: string, place: Text): string {
  return svgText(text, { size: TYPE.text, ...place });
}

/** Width of such words. */
export function phoneWidth(text: string, weight: Weight = 400): number {
  return textWidth(printable(text), { size: TYPE.text, weight });
}
