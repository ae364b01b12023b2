import type {
  BothSides,
  BreakEvenChange,
  Buffer,
  CondorNumber,
  CondorReport,
  NoCondorNumber,
} from '#domain/hedge/condor-report.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Mark } from '#domain/hedge/valuation.ts';
import { cumulativeNormal } from '#engine/pricing/normal-distribution.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { type CondorValue, condorValue } from './condor-value.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';

const PERCENT = 100;
const DAYS_A_YEAR = 365;
const SESSIONS_A_YEAR = 252;

/** Expected moves beyond which the range or the index is a wrong mark. */
const MOST_MOVES = 99;

/** What a condor is looked at with. */
export type CondorReportCase = {
  readonly sources: PriceSources;
  /** What SPX travels in a typical day, percent: VIX9D/√252. */
  readonly dailyRange: Reading<number>;
  /** Whether the signal is confirmed, which asks for the larger distance. */
  readonly isConfirmed: boolean;
  readonly settings: Pick<Settings, 'breakEven.minZ' | 'breakEven.confirmedZ'>;
};

/**
 * Where a condor stands: credit, break-evens, their distance in standard deviations and in expected daily ranges,
 * and the probability of settling between them.
 *
 * @see docs/method.md#condor
 */
export function condorReport(lot: Condor, condorReportCase: CondorReportCase): CondorReport {
  const value = condorValue(lot, condorReportCase.sources);
  const credit = creditOf(lot, value);
  const breakEvens = onceKnown(credit, ({ points }) => breakEvensAt(lot, points));
  const volatility: CondorNumber<number> =
    value.volatility === undefined ? unknown(value.missing ?? 'no-volatility') : known(value.volatility);
  const spread = onceKnown(volatility, (fraction) => {
    return fraction * Math.sqrt(yearsBetween(condorReportCase.sources.marks.asOf, value.settlesAt ?? 0));
  });
  const deviations = deviationsTo(breakEvens, value.forward, spread);
  return {
    lotId: lot.id,
    quantity: lot.quantity,
    strikes: lot.strikes,
    expiry: lot.expiry,
    settlement: lot.settlement,
    ...(value.settlesAt !== undefined && {
      days: yearsBetween(condorReportCase.sources.marks.asOf, value.settlesAt) * DAYS_A_YEAR,
    }),
    ...(value.forward && { forward: value.forward }),
    credit,
    breakEvens,
    maximumProfit: onceKnown(credit, ({ points }) => points * OPTION_MULTIPLIER * lot.quantity),
    maximumLoss: onceKnown(
      credit,
      ({ points }) => (widestWing(lot) - points) * OPTION_MULTIPLIER * lot.quantity,
    ),
    volatility,
    deviations,
    inside: probabilityInside(deviations, spread),
    buffer: bufferOf(breakEvens, value.settlesAt, condorReportCase),
  };
}

/** How break-evens move from one view of a condor to another. */
export function breakEvenChange(
  before: CondorReport,
  after: CondorReport,
  spot: number | undefined,
): BreakEvenChange | undefined {
  if (!before.breakEvens.known || !after.breakEvens.known) {
    return undefined;
  }
  const moved = difference(after.breakEvens.value, before.breakEvens.value);
  const width = moved.high - moved.low;
  return {
    width,
    ...(spot !== undefined && { widthPercent: (width / spot) * PERCENT }),
    breakEvens: moved,
    ...(before.deviations.known &&
      after.deviations.known && {
        deviations: difference(after.deviations.value, before.deviations.value),
      }),
  };
}

function creditOf(lot: Condor, { model, missing }: CondorValue): CondorReport['credit'] {
  if (lot.credit !== undefined) {
    return known({ points: lot.credit, basis: 'received' });
  }
  return model === undefined ? unknown(missing ?? 'no-credit') : known({ points: model, basis: 'model' });
}

function breakEvensAt({ strikes }: Condor, credit: number): BothSides {
  return { low: strikes.shortPut - credit, high: strikes.shortCall + credit };
}

function widestWing({ strikes }: Condor): number {
  return Math.max(strikes.shortPut - strikes.longPut, strikes.longCall - strikes.shortCall);
}

function deviationsTo(
  breakEvens: CondorNumber<BothSides>,
  forward: Mark | undefined,
  spread: CondorNumber<number>,
): CondorNumber<BothSides> {
  if (!breakEvens.known) {
    return breakEvens;
  }
  if (!spread.known) {
    return spread;
  }
  if (!forward || !(spread.value > 0) || !(breakEvens.value.low > 0)) {
    return unknown('no-forward');
  }
  const to = (level: number): number => Math.log(level / forward.value) / spread.value;
  return known({ low: to(breakEvens.value.low), high: to(breakEvens.value.high) });
}

/** N(z_high + v/2) − N(z_low + v/2), the forward being the mean. */
function probabilityInside(
  deviations: CondorNumber<BothSides>,
  spread: CondorNumber<number>,
): CondorNumber<number> {
  if (!spread.known) {
    return spread;
  }
  const half = spread.value / 2;
  return onceKnown(
    deviations,
    ({ low, high }) => cumulativeNormal(high + half) - cumulativeNormal(low + half),
  );
}

function bufferOf(
  breakEvens: CondorNumber<BothSides>,
  settlesAt: number | undefined,
  { sources, dailyRange, isConfirmed, settings }: CondorReportCase,
): CondorNumber<Buffer> {
  const { spot } = sources.forwards;
  if (!spot) {
    return unknown('no-spot');
  }
  if (!dailyRange.known || !(dailyRange.value > 0)) {
    return unknown('no-range');
  }
  const threshold = settings[isConfirmed ? 'breakEven.confirmedZ' : 'breakEven.minZ'];
  const sessions = yearsBetween(sources.marks.asOf, settlesAt ?? 0) * SESSIONS_A_YEAR;
  if (!(sessions > 0)) {
    return unknown('no-range');
  }
  if (!breakEvens.known) {
    return breakEvens;
  }
  const { low, high } = breakEvens.value;
  const below = spot.value - low;
  const above = high - spot.value;
  const points = Math.min(below, above);
  const percent = (points / spot.value) * PERCENT;
  const multiples = percent / (dailyRange.value * Math.sqrt(sessions));
  const side = below <= above ? 'low' : 'high';
  return Math.abs(multiples) <= MOST_MOVES
    ? known({ side, points, percent, multiples, threshold, isEnough: multiples >= threshold })
    : unknown('no-range');
}

function difference(after: BothSides, before: BothSides): BothSides {
  return { low: after.low - before.low, high: after.high - before.high };
}

function known<Value>(value: Value): CondorNumber<Value> {
  return { known: true, value };
}

function unknown(reason: NoCondorNumber): { readonly known: false; readonly reason: NoCondorNumber } {
  return { known: false, reason };
}

function onceKnown<From, To>(number: CondorNumber<From>, to: (value: From) => To): CondorNumber<To> {
  return number.known ? known(to(number.value)) : number;
}
