import { textWidth } from '#charts/fit-text.ts';
import type { Weight } from '#charts/typeface.ts';

/** A word of a picture: what it says, how large, and the box that it fills. */
export type Word = {
  readonly text: string;
  readonly size: number;
  readonly isTurned: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const TEXT = /<text\b([^>]*)>([^<]*)<\/text>/g;
/** Height of Inter's capitals and figures, as a share of its size. */
const CAPITAL_HEIGHT = 0.727;
const WEIGHTS: Readonly<Record<string, Weight>> = { 600: 600, 700: 700 };
/** Share of a word's width that lies to the left of its anchor. */
const ANCHORS: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/** Every text element of a drawn chart, in the document's order. */
export function wordsOf(svg: string): readonly Word[] {
  return [...svg.matchAll(TEXT)].map(([, attributes = '', escaped = '']) => {
    const text = escaped.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
    const size = Number(found(attributes, /font-size:([\d.]+)px/));
    const weight = WEIGHTS[found(attributes, /font-weight:(\d+)/)] ?? 400;
    const x = Number(found(attributes, /translate\(([-\d.]+) /));
    const y = Number(found(attributes, /translate\([-\d.]+ ([-\d.]+)\)/));
    const width = textWidth(text, { size, weight });
    const left = x - width * (ANCHORS[found(attributes, /text-anchor="(\w+)"/)] ?? 0);
    const half = (size * CAPITAL_HEIGHT) / 2;
    const isTurned = attributes.includes('matrix(');
    return { text, size, isTurned, left, right: left + width, top: y - half, bottom: y + half };
  });
}

function found(attributes: string, pattern: RegExp): string {
  return pattern.exec(attributes)?.[1] ?? '';
}

/** What the picture says, in the document's order. */
export function textsOf(svg: string): readonly string[] {
  return wordsOf(svg).map(({ text }) => text);
}

/** Pairs of level words that lie over each other. */
export function overlaps(svg: string): readonly (readonly [string, string])[] {
  const words = wordsOf(svg).filter(({ isTurned }) => !isTurned);
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => [one.text, other.text] as const),
  );
}
