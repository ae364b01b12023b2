import type { Ticks } from '#domain/releases/print.ts';

export type PercentChange = {
  /** As it is published: to a tenth of a percentage point, a half away from zero. */
  readonly published: Ticks;
  /** Percent, to four decimals: how near the published figure was to the next tenth. */
  readonly unrounded: number;
};

/** A tenth of a percentage point is two ticks of 0.05. */
const TICKS_IN_TENTH = 2;
const TENTHS = 1_000n;
const TEN_THOUSANDTHS = 1_000_000n;
const PER_PERCENT = 10_000;

/**
 * How much a price index rose, in percent, computed from its published levels without binary fractions.
 *
 * @param level - decimal text, such as `274.138`; so is `base`, which is above 0
 * @see https://www.bls.gov/cpi/factsheets/calculating-percent-changes.htm
 */
export function percentChange(level: string, base: string): PercentChange {
  const decimals = Math.max(decimalsOf(level), decimalsOf(base));
  const from = scaled(base, decimals);
  const rise = scaled(level, decimals) - from;
  return {
    published: Number(nearest(rise * TENTHS, from)) * TICKS_IN_TENTH,
    unrounded: Number(nearest(rise * TEN_THOUSANDTHS, from)) / PER_PERCENT,
  };
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** Whole number of units in the last of so many decimals. */
function scaled(text: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** The whole number nearest to a quotient; a half goes away from zero. */
function nearest(dividend: bigint, divisor: bigint): bigint {
  const twice = 2n * (dividend < 0n ? -dividend : dividend);
  const size = (twice + divisor) / (2n * divisor);
  return dividend < 0n ? -size : size;
}
