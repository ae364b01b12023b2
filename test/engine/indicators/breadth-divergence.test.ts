import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breadthDivergence, netShare } from '#engine/indicators/breadth-divergence.ts';

const counted = (rows: readonly (readonly [number, number, number])[]) =>
  rows.map(([advances, declines, unchanged]) =>
    netShare({ session: '2023-07-12', advances, declines, unchanged }),
  );

const shares = fc.array(
  fc.integer({ min: -100, max: 100 }).map((share) => share / 100),
  { minLength: 5, maxLength: 20 },
);

describe('breadthDivergence', () => {
  it('equals the worked example of five sessions', () => {
    // Reference: vector demo-ad-divergence of the project's worked examples.
    const small = counted([
      [700, 1200, 50],
      [800, 1100, 50],
      [900, 1000, 50],
      [600, 1300, 50],
      [750, 1150, 50],
    ]);
    const large = counted([
      [300, 190, 10],
      [260, 230, 10],
      [240, 250, 10],
      [280, 210, 10],
      [310, 180, 10],
    ]);
    const { divergence, slopeDifference, daysBehind } = breadthDivergence(small, large, 5);
    expect(divergence[4]).toBeCloseTo(-1.6856410256410257, 8);
    expect(slopeDifference[4]).toBeCloseTo(-0.2948717948717948, 8);
    expect(daysBehind[4]).toBe(5);
  });

  it('lies between −10 and 10 over five sessions, and is its own mirror image', () => {
    fc.assert(
      fc.property(shares, shares, (first, second) => {
        const length = Math.min(first.length, second.length);
        const [small, large] = [first.slice(0, length), second.slice(0, length)];
        const there = breadthDivergence(small, large, 5).divergence;
        const back = breadthDivergence(large, small, 5).divergence;
        there.slice(4).forEach((value, place) => {
          expect(Math.abs(value ?? Number.NaN)).toBeLessThanOrEqual(10);
          expect(back[place + 4]).toBeCloseTo(-(value ?? 0), 10);
        });
      }),
    );
  });

  it('has no value while a session of its window is missing', () => {
    const small = [0.1, 0.1, undefined, 0.1, 0.1, 0.1];
    const large = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
    expect(breadthDivergence(small, large, 3).divergence).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      expect.closeTo(0, 10),
    ]);
  });
});

describe('netShare', () => {
  const session = '2023-07-12';

  it('counts issues that stood still among all issues', () => {
    expect(netShare({ session, advances: 60, declines: 20, unchanged: 20 })).toBe(0.4);
  });

  it('takes uncounted unchanged issues as none', () => {
    expect(netShare({ session, advances: 60, declines: 20 })).toBe(0.5);
  });

  it.each([
    ['no issue at all', 0, 0],
    ['a negative count', -1, 20],
    ['no number', Number.NaN, 20],
    ['half an issue', 1.5, 20],
  ])('has no value for %s', (_, advances, declines) => {
    expect(netShare({ session, advances, declines })).toBeUndefined();
  });
});
