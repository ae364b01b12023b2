import type {
  BothSides,
  BreakEvenChange,
  CondorNumber,
  CondorReport,
  SettleProbability,
} from '#domain/hedge/condor-report.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { Mark } from '#domain/hedge/valuation.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { breakEvenBuffer, type BufferCase } from './break-even-buffer.ts';
import { known, onceKnown, unknown } from './once-known.ts';
import { type CondorValue, condorValue } from './condor-value.ts';
import {
  deviationsTo,
  digitalProbability,
  touchProbability,
  volatilityProbability,
} from './settle-probability.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';

const PERCENT = 100;
const DAYS_A_YEAR = 365;

/** Deviations beyond which a mark is wrong. */
const MOST_DEVIATIONS = 99;

/** What a condor is looked at with. */
export type CondorReportCase = Omit<BufferCase, 'years' | 'breakEvens' | 'deviations'>;

/**
 * Where a condor stands: credit, break-evens, their distance in standard deviations or, at the end, in expected moves,
 * and the probabilities of settling between them and of touching them.
 *
 * @see docs/method.md#condor
 */
export function condorReport(lot: Condor, condorReportCase: CondorReportCase): CondorReport {
  const { sources } = condorReportCase;
  const value = condorValue(lot, sources);
  const credit = creditOf(lot, value);
  const breakEvens = onceKnown(credit, ({ points }) => breakEvensAt(lot, points));
  const volatility: CondorNumber<BothSides> =
    value.volatility === undefined ? unknown(value.missing ?? 'no-volatility') : known(value.volatility);
  const years = yearsBetween(sources.marks.asOf, value.settlesAt ?? 0);
  const place = { lot, sources, years, breakEvens, volatility, forward: value.forward };
  const deviations = deviationsOf(place);
  const inside = settleProbability(place);
  return {
    lotId: lot.id,
    quantity: lot.quantity,
    strikes: lot.strikes,
    expiry: lot.expiry,
    settlement: lot.settlement,
    ...(value.settlesAt !== undefined && {
      days: years * DAYS_A_YEAR,
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
    inside,
    touch: onceKnown(inside, ({ below, above }) => ({
      low: touchProbability(below),
      high: touchProbability(above),
    })),
    buffer: breakEvenBuffer({ ...condorReportCase, years, breakEvens, deviations }),
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

type Place = {
  readonly lot: Condor;
  readonly sources: PriceSources;
  readonly years: number;
  readonly breakEvens: CondorNumber<BothSides>;
  readonly volatility: CondorNumber<BothSides>;
  readonly forward: Mark | undefined;
};

function deviationsOf({ breakEvens, volatility, forward, years }: Place): CondorNumber<BothSides> {
  if (!breakEvens.known) {
    return breakEvens;
  }
  if (!volatility.known) {
    return volatility;
  }
  const to = (side: keyof BothSides): number | undefined =>
    forward &&
    deviationsTo(breakEvens.value[side], {
      forward: forward.value,
      years,
      volatility: volatility.value[side],
    });
  const [low, high] = [to('low'), to('high')];
  const isPlausible = low !== undefined && high !== undefined && Math.max(-low, high) <= MOST_DEVIATIONS;
  return isPlausible ? known({ low, high }) : unknown('no-forward');
}

/** From the chain's own digitals where quotes allow them, else from each side's volatility. */
function settleProbability(place: Place): CondorNumber<SettleProbability> {
  const { lot, sources, years, breakEvens, volatility, forward } = place;
  if (!breakEvens.known) {
    return breakEvens;
  }
  const chain = sources.board.find('SPX', lot.expiry, lot.settlement);
  const { rate } = sources.forwards;
  const fromChain =
    chain && rate && years > 0
      ? digitalProbability(chain, breakEvens.value, Math.exp(-rate.value * years))
      : undefined;
  if (fromChain) {
    return known(fromChain);
  }
  if (!volatility.known) {
    return volatility;
  }
  const modelled =
    forward &&
    volatilityProbability(breakEvens.value, {
      forward: forward.value,
      years,
      volatility: volatility.value,
    });
  return modelled ? known(modelled) : unknown('no-forward');
}

function difference(after: BothSides, before: BothSides): BothSides {
  return { low: after.low - before.low, high: after.high - before.high };
}
