import { describe, expect, it } from 'vitest';
import { withoutSpikes } from '#adapters/live/without-spikes.ts';
import type { IndexName } from '#ports/sources/market-data.ts';

const run = (index: IndexName, closes: readonly number[]): readonly number[] =>
  withoutSpikes(
    index,
    closes.map((close, day) => ({ session: `2026-11-0${day + 1}`, close })),
  ).closes.map(({ close }) => close);

describe('withoutSpikes', () => {
  it.each<[string, IndexName, number[], number[]]>([
    ['a misplaced point in the middle', 'RUT', [2400, 24_050, 2410], [2400, 2410]],
    ['a misplaced point at the end', 'SPX', [5900, 5910, 591], [5900, 5910]],
    ['the price of a fund among those of its index', 'RUT', [2400, 240, 2410], [2400, 2410]],
    ['a hundredth of the VIX', 'VIX', [15, 0.15, 16], [15, 16]],
  ])('leaves out %s', (_, index, closes, kept) => {
    expect(run(index, closes)).toEqual(kept);
  });

  it.each<[string, IndexName, number[]]>([
    // S&P 500, 1987-10-16 to 10-20.
    ['the crash of 1987', 'SPX', [282.7, 224.84, 236.83]],
    // VIX, 2018-02-02 to 02-06.
    ['the day on which the VIX doubled', 'VIX', [17.31, 37.32, 29.98]],
    ['a level that stays', 'RUT', [2400, 3500, 3510]],
    ['a single close', 'RUT', [2400]],
  ])('keeps %s', (_, index, closes) => {
    expect(run(index, closes)).toEqual(closes);
  });
});
