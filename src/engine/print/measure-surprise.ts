import { type Figure, type PastPrint, type Surprise, TICK, type Ticks } from '#domain/releases/print.ts';
import type { KnownPrint } from '#domain/signal/snapshot.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** Past surprises that a deviation is taken over. */
const LOOKBACK = 60;

export type SeriesName = Surprise['series'];

/** The last sixty surprises of one series that had a forecast, oldest first. */
function pastSurprises(history: readonly PastPrint[], series: SeriesName): readonly Ticks[] {
  return history
    .map(({ figures }) => surpriseOf(figures[series]))
    .filter((surprise) => surprise !== undefined)
    .slice(-LOOKBACK);
}

function surpriseOf({ actual, consensus }: Figure): Ticks | undefined {
  return isKnown(actual) && isKnown(consensus) ? actual - consensus : undefined;
}

/** Whether a figure is there: a number, and not one that merely looks like it. */
export function isKnown(ticks: Ticks | undefined): ticks is Ticks {
  return ticks !== undefined && Number.isFinite(ticks);
}

/** Fewer past surprises than this say nothing of what is usual. */
const FEWEST = 24;

/** Percentage points: forecasts are never taken to be more exact than half of the last published digit. */
const LEAST_DEVIATION = 0.05;

/** Prints whose mean stands in for a forecast that nobody made. */
const PROXY_PRINTS = 3;

/**
 * How one series surprised those who had forecast it.
 *
 * @returns `undefined` without a figure or without a forecast
 * @see P. Balduzzi, E. Elton, T. Green (2001), JFQA 36, 523–543; the deviation here is of past surprises only
 */
export function surpriseAgainstConsensus(known: KnownPrint, series: SeriesName): Surprise | undefined {
  const { actual, consensus } = known.print.figures[series];
  if (!isKnown(actual) || !isKnown(consensus)) {
    return undefined;
  }
  const past = pastSurprises(known.history, series);
  const difference = inPoints(actual - consensus);
  const deviation = past.length < FEWEST ? undefined : Math.max(LEAST_DEVIATION, deviationOf(past));
  return {
    series,
    actual,
    expected: consensus,
    against: 'consensus',
    difference,
    count: past.length,
    ...(deviation !== undefined && {
      standardDeviation: roundOff(deviation),
      standardised: roundOff(difference / deviation),
    }),
    ...besides(known.print.figures[series], difference, deviation),
  };
}

/**
 * How one series differs from the mean of the three prints before: what is left where nobody forecast.
 *
 * @returns `undefined` without a figure or with fewer than three earlier ones
 */
export function surpriseAgainstProxy(known: KnownPrint, series: SeriesName): Surprise | undefined {
  const { actual } = known.print.figures[series];
  const last = known.history
    .map(({ figures }) => figures[series].actual)
    .filter((figure) => isKnown(figure))
    .slice(-PROXY_PRINTS);
  if (!isKnown(actual) || last.length < PROXY_PRINTS) {
    return undefined;
  }
  const expected = last.reduce((sum, figure) => sum + figure, 0) / PROXY_PRINTS;
  return {
    series,
    actual,
    expected: roundOff(expected),
    against: 'proxy',
    difference: inPoints(actual - expected),
    count: 0,
    ...besides(known.print.figures[series], undefined, undefined),
  };
}

/** What is shown beside a surprise and decides nothing. */
function besides(
  { previous, revisedPrevious, unrounded }: Figure,
  difference: number | undefined,
  deviation: number | undefined,
): Pick<Surprise, 'revision' | 'netNews' | 'unrounded'> {
  const revision =
    isKnown(previous) && isKnown(revisedPrevious) ? inPoints(revisedPrevious - previous) : undefined;
  return {
    ...(revision !== undefined && { revision }),
    ...(revision !== undefined &&
      difference !== undefined &&
      deviation !== undefined && { netNews: roundOff((difference + revision) / deviation) }),
    ...(unrounded !== undefined && Number.isFinite(unrounded) && { unrounded: roundOff(unrounded) }),
  };
}

/** Ticks in percentage points, rounded to 0.01. */
function inPoints(ticks: number): number {
  return Math.round(roundOff(ticks * TICK * 100)) / 100 + 0;
}

/** Sample deviation in percentage points; the sums are of whole numbers, so nothing is lost before the root. */
function deviationOf(ticks: readonly number[]): number {
  const count = ticks.length;
  const sum = ticks.reduce((total, value) => total + value, 0);
  const squares = ticks.reduce((total, value) => total + value * value, 0);
  return Math.sqrt((count * squares - sum * sum) / (count * (count - 1))) * TICK;
}

/** Percentage points that rounding to one decimal may hide. */
const ROUNDING = 0.05;

export type Composite = {
  /** Weighted surprise in standard deviations, ten decimals. */
  readonly z: number;
  /** How far rounding of the published figures can have moved it. */
  readonly band: number;
};

/**
 * Core and headline in one number, the core weighing `coreWeight` and the headline the rest; a series alone
 * counts whole.
 *
 * @returns `undefined` if none of the surprises is standardised
 */
export function composeSurprises(surprises: readonly Surprise[], coreWeight: number): Composite | undefined {
  const scored = surprises.flatMap(({ series, standardised, standardDeviation }) =>
    standardised === undefined || standardDeviation === undefined
      ? []
      : [{ series, score: standardised, deviation: standardDeviation }],
  );
  if (scored.length === 0) {
    return undefined;
  }
  let z = 0;
  let band = 0;
  for (const { series, score, deviation } of scored) {
    const share = series === 'core' ? coreWeight : 1 - coreWeight;
    const weight = scored.length === 1 ? 1 : share;
    z += weight * score;
    band += (weight * ROUNDING) / deviation;
  }
  return { z: roundOff(z), band: roundOff(band) };
}
