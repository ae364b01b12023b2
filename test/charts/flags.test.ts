import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeFlags } from '#charts/flags.ts';

const BOUNDS = { left: 12, right: 440 };

describe('placeFlags', () => {
  it('puts a label to the left of its line, in the lane next to the plots', () => {
    expect(placeFlags([{ x: 430, width: 100 }], BOUNDS)).toEqual([{ left: 330, lane: 0 }]);
  });

  it('puts it to the right where the left has no room', () => {
    expect(placeFlags([{ x: 60, width: 100 }], BOUNDS)).toEqual([{ left: 60, lane: 0 }]);
  });

  it('raises the later of two neighbours, so that its line passes the earlier label by', () => {
    const [print, confirmed] = placeFlags(
      [
        { x: 420, width: 90 },
        { x: 434, width: 150 },
      ],
      BOUNDS,
    );
    expect([print?.lane, confirmed?.lane]).toEqual([0, 1]);
  });

  it('shares a lane between labels that are far apart', () => {
    const places = placeFlags(
      [
        { x: 430, width: 100 },
        { x: 200, width: 100 },
      ],
      BOUNDS,
    );
    expect(places.map(({ lane }) => lane)).toEqual([0, 0]);
  });

  it('keeps labels apart and within the bounds', () => {
    const flag = fc.record({
      x: fc.integer({ min: 60, max: 440 }),
      width: fc.integer({ min: 20, max: 240 }),
    });
    fc.assert(
      fc.property(fc.array(flag, { maxLength: 6 }), (flags) => {
        const placed = placeFlags(flags, BOUNDS).map((place, index) => ({
          ...place,
          right: place.left + (flags[index]?.width ?? 0),
        }));
        for (const [index, one] of placed.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(BOUNDS.left);
          expect(one.right).toBeLessThanOrEqual(BOUNDS.right);
          const lane = placed.slice(index + 1).filter((other) => other.lane === one.lane);
          expect(lane.every((other) => other.left >= one.right || one.left >= other.right)).toBe(true);
        }
      }),
    );
  });

  it('runs no line through the label of another when all have room on their left', () => {
    const flag = fc.record({
      x: fc.integer({ min: 260, max: 440 }),
      width: fc.integer({ min: 20, max: 240 }),
    });
    fc.assert(
      fc.property(fc.array(flag, { maxLength: 6 }), (flags) => {
        const placed = placeFlags(flags, BOUNDS).map((place, index) => ({
          ...place,
          x: flags[index]?.x ?? 0,
          right: place.left + (flags[index]?.width ?? 0),
        }));
        for (const upper of placed) {
          const below = placed.filter(({ lane }) => lane < upper.lane);
          expect(below.every(({ left, right }) => upper.x <= left || upper.x >= right)).toBe(true);
        }
      }),
    );
  });
});
