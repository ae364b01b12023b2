import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Weight = 400 | 600 | 700;

/** One weight of the pictures' font: its file, and how wide it sets a text. */
export type Typeface = {
  /** The TrueType file. */
  readonly file: Uint8Array;
  /** Width of `text` set at `size`, in the unit of `size`, without kerning. Characters it lacks count as nothing. */
  readonly widthOf: (text: string, size: number) => number;
  readonly has: (character: string) => boolean;
};

const require = createRequire(import.meta.url);

/** Inter in the weights that pictures use. The files are read when this is imported: only drawing needs them. */
export const INTER: Readonly<Record<Weight, Typeface>> = {
  400: readTypeface(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
  600: readTypeface(require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')),
  700: readTypeface(require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf')),
};

function readTypeface(path: string): Typeface {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = readTables(view);
  const unitsPerEm = view.getUint16(at(tables, 'head') + 18);
  const advances = view.getUint16(at(tables, 'hhea') + 34);
  const glyphs = readGlyphs(view, at(tables, 'cmap'));
  const advanceOf = (character: string): number => {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0);
    return glyph === undefined
      ? 0
      : view.getUint16(at(tables, 'hmtx') + 4 * Math.min(glyph, advances - 1)) / unitsPerEm;
  };
  return {
    file,
    widthOf: (text, size) =>
      size * Array.from(text).reduce((sum, character) => sum + advanceOf(character), 0),
    has: (character) => glyphs.has(character.codePointAt(0) ?? 0),
  };
}

/** @see https://learn.microsoft.com/typography/opentype/spec/otff#table-directory */
function readTables(view: DataView): ReadonlyMap<string, number> {
  const count = view.getUint16(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + 16 * index;
      const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(entry + byte))).join('');
      return [tag, view.getUint32(entry + 8)];
    }),
  );
}

function at(tables: ReadonlyMap<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) {
    throw new Error(`the font has no ${tag} table`);
  }
  return offset;
}

/** Code point → glyph, of the segments of the font's first table in format 4: the characters up to U+FFFF. */
function readGlyphs(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index),
  );
  const table = subtables.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) {
    throw new Error('the font has no cmap table in format 4');
  }
  const doubled = view.getUint16(table + 6);
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(table + 14 + segment);
    const first = view.getUint16(table + 16 + doubled + segment);
    const delta = view.getUint16(table + 16 + 2 * doubled + segment);
    const rangeAt = table + 16 + 3 * doubled + segment;
    const range = view.getUint16(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const rawGlyph = range === 0 ? point : view.getUint16(rangeAt + range + 2 * (point - first));
      const glyph = range !== 0 && rawGlyph === 0 ? 0 : (rawGlyph + delta) & 0xffff;
      if (glyph !== 0) {
        glyphs.set(point, glyph);
      }
    }
  }
  return glyphs;
}
