import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ellipsize, printable, textWidth, wrapText } from '#charts/text-width.ts';
import { INTER, type Weight } from '#charts/typeface.ts';

const BODY = { size: 15.2, weight: 400 } as const;

const INK_SIZE = 50;

/** Width of the ink of a text as the rasterizer draws it. */
function inkWidth(text: string, weight: Weight): number {
  const style = `font-family="Inter" font-size="${INK_SIZE}" font-weight="${weight}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="60" ${style}>${text}</text></svg>`;
  const drawn = new Resvg(svg, {
    font: { fontBuffers: Object.values(INTER).map(({ file }) => file), defaultFontFamily: 'Inter' },
  });
  const width = drawn.getBBox()?.width ?? NaN;
  drawn.free();
  return width;
}

describe('textWidth', () => {
  beforeAll(async () => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  });

  it.each([400, 600, 700] as const)(
    'is what the rasterizer sets in weight %i, or up to three per cent more where letters are kerned',
    (weight) => {
      for (const text of [
        'RUT 1,118.7',
        'Russell 2000 close and averages',
        'CAPITULATION: 0.60 → 0.70 ≤ −5',
      ]) {
        // What a box of ink leaves out at its ends is the same for a text and for its double.
        const advance = inkWidth(`${text}${text}`, weight) - inkWidth(text, weight);
        const ratio = textWidth(text, { size: INK_SIZE, weight }) / advance;
        expect(ratio).toBeGreaterThan(0.995);
        expect(ratio).toBeLessThan(1.03);
      }
    },
  );
});

describe('printable', () => {
  it('keeps the signs that traders and the catalogue use', () => {
    expect(printable('0.60 → 0.70 · RSI ≤ 35 − “é” … ✓')).toBe('0.60 → 0.70 · RSI ≤ 35 − “é” … ✓');
  });

  it('makes one line, without control or direction characters or lone surrogates', () => {
    expect(printable('one\n\ttwo')).toBe('one two');
    expect(printable('a\u0000b\u202Ec\uD800d')).toBe('a?b?c?d');
  });

  it('replaces a character that the font lacks, once however it is written', () => {
    expect(printable('日🚀')).toBe('??');
  });
});

describe('ellipsize', () => {
  it('leaves alone what fits', () => {
    expect(ellipsize('RUT', 100, BODY)).toBe('RUT');
  });

  it('keeps as much as fits and says that there was more', () => {
    const text = ellipsize('Confirmed by both indicators', 100, BODY);
    expect(text).toMatch(/^Confirmed.*…$/);
    expect(textWidth(text, BODY)).toBeLessThanOrEqual(100);
  });
});

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('very weak CPI of September', { width: 120, most: 2 }, BODY)).toEqual([
      'very weak CPI',
      'of September',
    ]);
  });

  it('gives no line for no words', () => {
    expect(wrapText(' \n ', { width: 120, most: 2 }, BODY)).toEqual([]);
  });

  it('never passes the width or the lines allowed', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 3 }), (words, most) => {
        const lines = wrapText(words, { width: 200, most }, BODY);
        expect(lines.length).toBeLessThanOrEqual(most);
        expect(lines.every((line) => textWidth(line, BODY) <= 200)).toBe(true);
      }),
    );
  });
});
