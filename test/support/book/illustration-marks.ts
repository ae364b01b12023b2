import type { Marks } from '#domain/book/mark.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';

/**
 * What a book that is only an example is valued on besides the marks in it: the dividend yield, which nobody can mark
 * by hand, and the options around those that are held.
 *
 * @param dividendYield - SPX's, a fraction a year
 */
export function createIllustrationMarks(
  source: string,
  { dividendYield, chains }: { readonly dividendYield: number; readonly chains: Marks['chains'] },
): PositionMarks {
  const unknown = { known: false, reason: 'not-supplied' } as const;
  return {
    source,
    marks: async (now) => ({
      asOf: now,
      spx: unknown,
      vix: unknown,
      rate: unknown,
      dividendYield: { known: true, value: dividendYield, asOf: now, source, quality: 'manual' },
      chains,
      futures: [],
      shares: [],
    }),
  };
}
