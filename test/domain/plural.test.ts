import { describe, expect, it } from 'vitest';
import { plural } from '#domain/plural.ts';

describe('plural', () => {
  it.each([
    [0, 'lots'],
    [1, 'lot'],
    [2, 'lots'],
    [101, 'lots'],
  ])('gives the word for %d', (count, word) => {
    expect(plural(count, 'lot')).toBe(word);
  });

  it('takes a form of its own where an `s` does not make it', () => {
    expect([1, 3].map((count) => plural(count, 'leg has', 'legs have'))).toEqual(['leg has', 'legs have']);
  });
});
