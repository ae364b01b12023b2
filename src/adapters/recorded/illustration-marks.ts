import type { PositionMarks } from '../../ports/position-marks.ts';

/**
 * Prices of a book that is only an example: everything but the dividend yield, which nobody can mark by hand, is
 * marked in its book.
 *
 * @param dividendYield - SPX's, a fraction a year
 */
export function createIllustrationMarks(source: string, dividendYield: number): PositionMarks {
  const unknown = { known: false, reason: 'not-supplied' } as const;
  return {
    source,
    marks: async (now) => ({
      asOf: now,
      spx: unknown,
      vix: unknown,
      rate: unknown,
      dividendYield: { known: true, value: dividendYield, asOf: now, source, quality: 'manual' },
      chains: {},
      futures: [],
      shares: [],
    }),
  };
}
