import { type Frame, type Shape, textFrame, type TextShape } from '#charts/shape.ts';
import type { Drawing } from '#charts/svg-document.ts';

/** A text of a picture and the box around its capitals. */
export type DrawnWords = TextShape & Frame;

/** Every text of a picture, lowest layer first. */
export function drawnWords({ shapes }: Pick<Drawing, 'shapes'>): readonly DrawnWords[] {
  return ofKind(shapes, 'text').map((shape) => ({ ...shape, ...textFrame(shape) }));
}

/** What a picture says, lowest layer first. */
export function textsOf(drawing: Pick<Drawing, 'shapes'>): readonly string[] {
  return drawnWords(drawing).map(({ text }) => text);
}

/** The only text of a picture that says this. */
export function wordsSaying(drawing: Pick<Drawing, 'shapes'>, text: string): DrawnWords {
  const [words, ...others] = drawnWords(drawing).filter((each) => each.text === text);
  if (words === undefined || others.length > 0) {
    throw new Error(
      `${others.length + (words ? 1 : 0)} texts say “${text}” among ${textsOf(drawing).join(' | ')}`,
    );
  }
  return words;
}

/** Pairs of level texts that lie over each other. */
export function overlaps(drawing: Pick<Drawing, 'shapes'>): readonly (readonly [string, string])[] {
  const words = drawnWords(drawing).filter(({ rotation }) => rotation === 0);
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

/** Level texts that reach beyond the edge of their picture. */
export function outside(drawing: Drawing): readonly string[] {
  return drawnWords(drawing)
    .filter(({ rotation }) => rotation === 0)
    .filter(
      ({ left, right, top, bottom }) =>
        left < 0 || right > drawing.width || top < 0 || bottom > drawing.height,
    )
    .map(({ text }) => text);
}

/** The shapes of one kind, lowest layer first. */
export function ofKind<Kind extends Shape['kind']>(
  shapes: readonly Shape[],
  kind: Kind,
): readonly Extract<Shape, { readonly kind: Kind }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { readonly kind: Kind }> => shape.kind === kind);
}

/** Points of a path's data, one list for each piece that the pen draws without being lifted. */
export function piecesOf(path: string): readonly (readonly (readonly [number, number])[])[] {
  return path
    .split('M')
    .slice(1)
    .map((piece) =>
      piece
        .replace('Z', '')
        .split('L')
        .map((pair) => {
          const [x = NaN, y = NaN] = pair.split(',').map(Number);
          return [x, y] as const;
        }),
    );
}
