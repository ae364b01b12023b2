import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from '#domain/market/session.ts';

/** Closes that an index could have: within a factor of ten, to the cent. */
export const someCloses = (fewest: number, most = 90): fc.Arbitrary<readonly number[]> =>
  fc.array(
    fc.integer({ min: 50_000, max: 500_000 }).map((cents) => cents / 100),
    { minLength: fewest, maxLength: most },
  );

export type Law = {
  /** Sessions without a value at the start. */
  readonly warmUp: number;
  /** What doubling every close does to the values. */
  readonly doubled: 'same' | 'double';
  /** Whether it needs only the closes at both ends of its window, so that a gap between them is none. */
  readonly looksAtEnds?: boolean;
};

/** The laws that every indicator of one series of closes keeps. */
export function describeIndicatorLaws(
  name: string,
  indicator: (closes: Series) => Series,
  { warmUp, doubled, looksAtEnds = false }: Law,
): void {
  const fewest = warmUp + 2;

  describe(`${name}, as any indicator,`, () => {
    it('has a value per session, and none before it has warmed up', () => {
      fc.assert(
        fc.property(someCloses(0), (closes) => {
          const values = indicator(closes);
          expect(values).toHaveLength(closes.length);
          expect(values.findIndex((value) => value !== undefined)).toBe(closes.length > warmUp ? warmUp : -1);
          expect(values.slice(warmUp).every((value) => Number.isFinite(value))).toBe(true);
        }),
      );
    });

    it('does not see the future', () => {
      fc.assert(
        fc.property(someCloses(fewest), someCloses(1), (past, future) => {
          expect(indicator([...past, ...future]).slice(0, past.length)).toEqual(indicator(past));
        }),
      );
    });

    it('does not care in which unit prices are counted', () => {
      fc.assert(
        fc.property(someCloses(fewest), (closes) => {
          const factor = doubled === 'double' ? 2 : 1;
          const wanted = indicator(closes).map((value) => (value === undefined ? undefined : value * factor));
          expect(indicator(closes.map((close) => close * 2))).toEqual(wanted);
        }),
      );
    });

    if (!looksAtEnds) {
      it('starts again after a missing close, as if nothing had come before it', () => {
        fc.assert(
          fc.property(someCloses(1), someCloses(fewest), (before, after) => {
            const values = indicator([...before, undefined, ...after]);
            expect(values[before.length]).toBeUndefined();
            expect(values.slice(before.length + 1)).toEqual(indicator(after));
          }),
        );
      });
    }
  });
}
