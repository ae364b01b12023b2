import { macd, rsi, sma } from 'indicatorts';
import { EMA, MACD, RSI, SMA } from 'trading-signals';
import type { Series } from '#domain/market/session.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';
import { processorTime } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { median } from './quantile.ts';
import { recordedCase } from './recorded-case.ts';

const RUNS = 7;
const ROUNDS = 200;
const AVERAGES = [20, 50, 200];
const STRENGTH = 14;
const FAST = 12;
const SLOW = 26;
const SMOOTHING = 9;
const MICROSECONDS = 1_000;

/** Sessions that a chart shows: by then the first price that others begin their averages with has been forgotten. */
const SHOWN = 120;
/** Index points that binary fractions may leave in averages of prices. */
const NOISE = 1e-6;

type Indicators = {
  readonly averages: readonly Series[];
  readonly strength: Series;
  readonly histogram: Series;
};

type Compute = (closes: readonly number[]) => Indicators;

/**
 * Our indicators, made of technicalindicators, beside trading-signals and indicatorts on the same closes. Both peers
 * begin their averages with the first price and never look for a gap; ours does, and gives nothing while it warms up.
 *
 * technicalindicators steps a generator for every close, which its peers do not: the bars hold it to what that cost when
 * it was taken, and "engine" holds what it makes of 2,500 servers.
 */
export const indicators: Measurement = {
  name: 'indicators',
  async measure(say) {
    const { snapshot } = await recordedCase();
    const closes = snapshot.market.rut.closes.map(({ close }) => close);
    say(`${ROUNDS} rounds on ${closes.length} closes, ${RUNS} times each, in turn`);
    const computes: readonly (readonly [name: string, mostTimes: number, compute: Compute])[] = [
      ['ours', 1, ours],
      ['trading-signals', 2.5, tradingSignals],
      ['indicatorts', 25, indicatorTs],
    ];
    const times = new Map(computes.map(([name]) => [name, new Array<number>()]));
    for (let run = 0; run < RUNS; run += 1) {
      for (const [name, , compute] of computes) {
        times.get(name)?.push(processorTime(() => repeat(() => compute(closes))) / ROUNDS);
      }
    }
    const known = ours(closes);
    const each = (name: string): number => median(times.get(name) ?? []) * MICROSECONDS;
    return computes.slice(1).flatMap(([name, mostTimes, compute]) => [
      {
        what: `SMA ${AVERAGES.join(', ')}, RSI and MACD of ${closes.length} closes (CPU)`,
        ours: each('ours'),
        unit: 'µs',
        bar: { kind: 'peer', name: `${name} ${versionOf(name)}`, measured: each(name), mostTimes },
      } as const,
      ...differences(name, known, compute(closes)),
    ]);
  },
};

function repeat(work: () => unknown): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    work();
  }
}

function ours(closes: readonly number[]): Indicators {
  return {
    averages: AVERAGES.map((period) => simpleMovingAverage(closes, period)),
    strength: relativeStrength(closes, STRENGTH),
    histogram: movingAverageConvergence(closes, [FAST, SLOW, SMOOTHING]).histogram,
  };
}

function tradingSignals(closes: readonly number[]): Indicators {
  const averages = AVERAGES.map((period) => new SMA(period));
  const strength = new RSI(STRENGTH);
  const convergence = new MACD(new EMA(FAST), new EMA(SLOW), new EMA(SMOOTHING));
  return {
    averages: averages.map((average) => closes.map((close) => average.add(close) ?? undefined)),
    strength: closes.map((close) => strength.add(close) ?? undefined),
    histogram: closes.map((close) => convergence.add(close)?.histogram),
  };
}

function indicatorTs(closes: readonly number[]): Indicators {
  const values = [...closes];
  const { macdLine, signalLine } = macd(values, { fast: FAST, slow: SLOW, signal: SMOOTHING });
  return {
    averages: AVERAGES.map((period) => sma(values, { period })),
    strength: rsi(values, { period: STRENGTH }),
    histogram: macdLine.map((line, index) => line - (signalLine[index] ?? Number.NaN)),
  };
}

function differences(name: string, known: Indicators, other: Indicators): readonly Row[] {
  const averages = known.averages.map((series, place) => largest(series, other.averages[place] ?? []));
  const row = (what: string, difference: number, most: number): Row => ({
    what: `largest difference from ${name}, last ${SHOWN}: ${what}`,
    ours: difference,
    unit: 'difference',
    bar: { kind: 'limit', most },
  });
  return [
    row('SMA', Math.max(...averages), NOISE),
    row('RSI', largest(known.strength, other.strength), NOISE),
    row('MACD histogram', largest(known.histogram, other.histogram), NOISE),
  ];
}

function largest(first: Series, second: Series): number {
  const gaps = first.slice(-SHOWN).map((value, index) => {
    const other = second.slice(-SHOWN)[index];
    return value === undefined || other === undefined ? 0 : Math.abs(value - other);
  });
  return Math.max(...gaps);
}
