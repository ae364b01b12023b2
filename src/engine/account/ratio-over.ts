import type { CondorSide, Ratio } from '#domain/hedge/book-exposure.ts';

/**
 * A hedge's exposure over what the condors are short: H, or one expiration's part of it.
 *
 * @returns a reason where the condors are not short of volatility, or one of the two is not known at all
 */
export function ratioOver({
  exposure,
  against,
  isPartial,
}: {
  /** Dollars per point of VIX; absent where nothing could be valued. */
  readonly exposure: number | undefined;
  readonly against: Pick<CondorSide, 'contracts' | 'totals' | 'values' | 'unvalued'>;
  readonly isPartial: boolean;
}): Ratio {
  const short = against.totals.exposure;
  if (against.values.length === 0) {
    return { known: false, reason: against.unvalued.length > 0 ? 'unvalued' : 'no-condors' };
  }
  if (!(short < 0)) {
    return { known: false, reason: 'no-short-vega' };
  }
  if (exposure === undefined) {
    return { known: false, reason: 'unvalued' };
  }
  return { known: true, value: exposure / -short, isPartial: isPartial || against.unvalued.length > 0 };
}
