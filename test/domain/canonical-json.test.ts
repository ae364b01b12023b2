import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isWritable } from '#domain/canonical-json.ts';

/** The same value with the members of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(turned);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, member]) => [name, turned(member)]),
    );
  }
  return value;
}

const json = fc.jsonValue({ noUnicodeString: false });

describe('canonicalJson', () => {
  it('reads back as the value that was written, but for the sign of zero', () => {
    fc.assert(
      fc.property(json, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(plain);
      }),
    );
  });

  it('gives the same bytes whatever the order of members', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('sorts members by UTF-16 code units and prints numbers as JavaScript does', () => {
    // RFC 8785, sections 3.2.2 and 3.2.3, their sample without the numbers that JSON.parse cannot tell apart.
    const sample = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      1: 'One',
      '😀': 'Smiley',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(sample)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Smiley"}',
    );
    expect(canonicalJson([1e30, 4.5, 2e-3, 1e-27, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]');
  });

  it.each([
    [{ a: [1, Number.NaN] }, '$.a[1] is NaN'],
    [Number.POSITIVE_INFINITY, '$ is Infinity'],
    [{ a: { b: undefined } }, '$.a.b is undefined'],
    // oxlint-disable-next-line no-sparse-arrays -- a hole is what is refused
    [[1, , 2], '$[1] is undefined'],
    [new Map(), '$ is no plain object'],
    [new Date(0), '$ is no plain object'],
    [1n, '$ is bigint'],
  ])('refuses what JSON cannot carry and names its place: %#', (value, place) => {
    expect(() => canonicalJson(value)).toThrow(place);
  });
});

describe('isWritable', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true });

  it('is true of exactly what canonicalJson writes', () => {
    fc.assert(
      fc.property(fc.oneof(json, anything), (value) => {
        const write = (): string => canonicalJson(value);
        if (isWritable(value)) {
          expect(write).not.toThrow();
        } else {
          expect(write).toThrow(TypeError);
        }
      }),
    );
  });

  it('is false of holes, of numbers that are none, and of what is undefined', () => {
    expect([Array(2), { a: [Number.NaN] }, { a: undefined }, -Infinity].map(isWritable)).toEqual(
      Array(4).fill(false),
    );
  });
});
