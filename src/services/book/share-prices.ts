import type { ManualMark, Marks } from '#domain/book/mark.ts';
import { type PriceSources, priceSources, withManualMarks } from '#engine/valuation/price-book.ts';
import type { settlementClock } from '#engine/valuation/settlement-clock.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';

/** Prices of one instant, with what a server has marked by hand; empty for a server that has not. */
export type SharedPrices = (manual: readonly ManualMark[], signal: AbortSignal) => Promise<PriceSources>;

export type PriceDeps = {
  readonly clock: ReturnType<typeof settlementClock>;
  /** Absent where no source gives prices: then only what people have marked counts. */
  readonly marks?: PositionMarks;
};

/**
 * Prices of one instant for many books. Sources are asked once, and whatever is looked up or implied is looked up once
 * by all who have no marks of their own; those who have share the quotes. Kept by whoever asked for as long as they
 * keep it, and by nobody else.
 *
 * @param now - epoch milliseconds (UTC), market clock
 */
export function sharePrices({ marks: source, clock }: PriceDeps, now: number): SharedPrices {
  let pending: Promise<PriceSources> | undefined;
  const ask = async (signal: AbortSignal): Promise<PriceSources> => {
    const marks = (await source?.marks(now, signal)) ?? nothingKnown(now);
    return priceSources({ ...marks, manual: [] }, clock);
  };
  return async (manual, signal) => {
    pending ??= ask(signal);
    try {
      const sources = await pending;
      return manual.length === 0 ? sources : withManualMarks(sources, manual);
    } catch (error) {
      // Whoever comes next may ask again: what failed may have been one asker's patience.
      pending = undefined;
      throw error;
    }
  };
}

function nothingKnown(asOf: number): Omit<Marks, 'manual'> {
  const unknown = { known: false, reason: 'not-supplied' } as const;
  return {
    asOf,
    spx: unknown,
    vix: unknown,
    rate: unknown,
    dividendYield: unknown,
    chains: {},
    futures: [],
    shares: [],
  };
}
