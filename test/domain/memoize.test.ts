import { describe, expect, it } from 'vitest';
import { memoize, memoizeWeak } from '#domain/memoize.ts';

describe('memoize', () => {
  it('computes each answer once, one that is undefined as well', () => {
    const computed: string[] = [];
    const answer = memoize((key: string) => {
      computed.push(key);
      return key === 'none' ? undefined : key.length;
    });
    expect([answer('four'), answer('none'), answer('four'), answer('none')]).toEqual([
      4,
      undefined,
      4,
      undefined,
    ]);
    expect(computed).toEqual(['four', 'none']);
  });
});

describe('memoizeWeak', () => {
  it('computes once of the same object, and anew of one that only looks like it', () => {
    let computed = 0;
    const sum = memoizeWeak((values: readonly number[]) => {
      computed += 1;
      return values.reduce((total, value) => total + value, 0);
    });
    const values = [1, 2];
    expect([sum(values), sum(values), sum([1, 2])]).toEqual([3, 3, 3]);
    expect(computed).toBe(2);
  });
});
