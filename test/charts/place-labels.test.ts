import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, placeFlags, spreadLabels } from '#charts/place-labels.ts';

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

  it('puts both to the right where only the later has room on the left and would lie over the line of the earlier', () => {
    const places = placeFlags(
      [
        { x: 60, width: 100 },
        { x: 130, width: 110 },
      ],
      BOUNDS,
    );
    expect(places).toEqual([
      { left: 60, lane: 1 },
      { left: 130, lane: 0 },
    ]);
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

const SPAN = { top: 100, bottom: 200 };

describe('spreadLabels', () => {
  it('leaves labels where they are wanted when they are far enough apart', () => {
    expect(spreadLabels([180, 110, 140], 18, SPAN)).toEqual([180, 110, 140]);
  });

  it('moves close ones apart evenly, around where they are wanted', () => {
    expect(spreadLabels([150, 150], 18, SPAN)).toEqual([141, 159]);
    expect(spreadLabels([150, 148, 152], 18, SPAN)).toEqual([150, 132, 168]);
  });

  it('keeps them within the bounds', () => {
    expect(spreadLabels([98, 99], 18, SPAN)).toEqual([100, 118]);
    expect(spreadLabels([220, 240], 18, SPAN)).toEqual([182, 200]);
  });

  it('keeps order, bounds and, where there is room, the gap', () => {
    const centres = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 9 });
    fc.assert(
      fc.property(centres, (wanted) => {
        const placed = spreadLabels(wanted, 18, SPAN);
        const gap = Math.min(18, 100 / Math.max(1, wanted.length - 1));
        const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((index) => placed[index] ?? NaN);
        for (const [rank, centre] of sorted.entries()) {
          expect(centre).toBeGreaterThanOrEqual(100 - 1e-9);
          expect(centre).toBeLessThanOrEqual(200 + 1e-9);
          expect(centre - (sorted[rank - 1] ?? -Infinity)).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
    );
  });
});

describe('overlap', () => {
  const box = { left: 0, right: 10, top: 0, bottom: 10 };

  it('is true of boxes that share room, and false of ones that only touch', () => {
    expect(overlap(box, { left: 9, right: 20, top: 9, bottom: 20 })).toBe(true);
    expect(overlap(box, { left: 10, right: 20, top: 0, bottom: 10 })).toBe(false);
    expect(overlap(box, { left: 0, right: 10, top: 10, bottom: 20 })).toBe(false);
  });
});
