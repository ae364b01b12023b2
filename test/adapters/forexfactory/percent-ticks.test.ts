import { describe, expect, it } from 'vitest';
import { PercentTicks } from '#adapters/forexfactory/percent-ticks.ts';

describe('PercentTicks', () => {
  it.each([
    ['0.3%', 6],
    ['-0.7%', -14],
    ['0.25%', 5],
    ['0.0%', 0],
    ['-0.0%', 0],
    ['3%', 60],
    ['10.5%', 210],
    [' 0.15% ', 3],
  ])('reads %s', (text, ticks) => {
    expect(PercentTicks.parse(text)).toBe(ticks);
  });

  it.each(['', ' '])('knows nothing of a blank cell: "%s"', (text) => {
    expect(PercentTicks.parse(text)).toBeUndefined();
  });

  it.each(['0.33%', '0.3', '.3%', '0.300%', '1,2%', '0.78|2.4', '-729.7B', '300%', 'n/a'])(
    'refuses %s',
    (text) => {
      expect(PercentTicks.safeParse(text).success).toBe(false);
    },
  );
});
