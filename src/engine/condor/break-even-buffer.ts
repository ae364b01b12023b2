import type { BothSides, Buffer, CondorNumber } from '#domain/hedge/condor-report.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { known, onceKnown, unknown } from './once-known.ts';

const PERCENT = 100;
const DAYS_A_YEAR = 365;
const SESSIONS_A_YEAR = 252;

/** Days left up to which gamma, and not volatility, decides how far is far enough. */
const SHORT_DAYS = 3;

/** Expected moves beyond which the range or the index is a wrong mark. */
const MOST_MOVES = 99;

/** What the distance of a condor's break-evens is measured with. */
export type BufferCase = {
  readonly sources: PriceSources;
  /** What SPX travels in a typical day, percent, as `edr.mode` has it. */
  readonly dailyRange: Reading<number>;
  /** Whether the signal is confirmed, which asks for the larger distance. */
  readonly isConfirmed: boolean;
  readonly settings: Pick<Settings, 'breakEven.minZ' | 'breakEven.confirmedZ'>;
  /** To settlement. */
  readonly years: number;
  readonly breakEvens: CondorNumber<BothSides>;
  readonly deviations: CondorNumber<BothSides>;
};

/**
 * How far the nearer break-even is: in standard deviations while more than three days are left, then in expected moves.
 *
 * @see docs/method.md#condor
 */
export function breakEvenBuffer(bufferCase: BufferCase): CondorNumber<Buffer> {
  const { sources, years, breakEvens, deviations, dailyRange, isConfirmed, settings } = bufferCase;
  const { spot } = sources.forwards;
  if (!spot) {
    return unknown('no-spot');
  }
  if (!breakEvens.known) {
    return breakEvens;
  }
  const sides = distancesBy({
    years,
    deviations,
    dailyRange,
    breakEvens: breakEvens.value,
    spot: spot.value,
  });
  return onceKnown(sides, ({ basis, low, high }) => {
    const side = low <= high ? 'low' : 'high';
    const multiples = Math.min(low, high);
    const { value } = breakEvens;
    const points = side === 'low' ? spot.value - value.low : value.high - spot.value;
    const percent = (points / spot.value) * PERCENT;
    const threshold = settings[isConfirmed ? 'breakEven.confirmedZ' : 'breakEven.minZ'];
    return { side, points, percent, basis, multiples, threshold, isEnough: multiples >= threshold };
  });
}

/** Distance to each break-even, positive inside. */
function distancesBy({
  years,
  deviations,
  dailyRange,
  breakEvens,
  spot,
}: Pick<BufferCase, 'years' | 'deviations' | 'dailyRange'> & {
  readonly breakEvens: BothSides;
  readonly spot: number;
}): CondorNumber<BothSides & { readonly basis: 'deviations' | 'range' }> {
  if (years * DAYS_A_YEAR > SHORT_DAYS) {
    return onceKnown(deviations, ({ low, high }) => ({ basis: 'deviations', low: -low, high }));
  }
  const sessions = years * SESSIONS_A_YEAR;
  if (!dailyRange.known || !(dailyRange.value > 0) || !(sessions > 0)) {
    return unknown('no-range');
  }
  const move = (dailyRange.value / PERCENT) * Math.sqrt(sessions) * spot;
  const [low, high] = [(spot - breakEvens.low) / move, (breakEvens.high - spot) / move];
  return Math.max(Math.abs(low), Math.abs(high)) <= MOST_MOVES
    ? known({ basis: 'range', low, high })
    : unknown('no-range');
}
