import { macd, rsi, sma } from 'indicatorts';
import { EMA, MACD, RSI, SMA } from 'trading-signals';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { thresholds } from '#config/thresholds.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Series } from '#domain/market/series.ts';
import { historyTimeline } from '#engine/backtest/history-timeline.ts';
import { playHistory } from '#engine/backtest/play-history.ts';
import { runThrough } from '#engine/backtest/run-through.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';
import { processorTime } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { median } from './quantile.ts';

const RELEASES = 424;
const MOST_SECONDS = 20;
const RUNS = 5;
const ROUNDS = 20;

const AVERAGES = [20, 50, 200];
const STRENGTH = 14;
const FAST = 12;
const SLOW = 26;
const SMOOTHING = 9;

/** Sessions at the end: after the first price that others begin their averages with has been forgotten. */
const SHOWN = 4_000;
const NOISE = 1e-6;

/** Wilder's average forgets its first price too, and trading-signals and indicatorts begin with other ones. */
const STRENGTH_NOISE = 1e-4;

type Indicators = {
  readonly averages: readonly Series[];
  readonly strength: Series;
  readonly histogram: Series;
};

type Compute = (closes: readonly number[]) => Indicators;

/** Every release of the recorded history through the engine, and its indicators beside two other packages. */
export const backtest: Measurement = {
  name: 'backtest',
  async measure(say) {
    if (!hasSharedData('the backtest of the recorded history')) {
      return [];
    }
    const history = await createHistoryArchive([`${SHARED_DIR}/data`]).read();
    const closes = history.market.rut.closes.map(({ close }) => close);
    say(
      `${RELEASES} releases with defaults, then indicators over ${closes.length} closes, ${RUNS} times each, in turn`,
    );
    const timeline = historyTimeline(history, exchangeCalendar(exchangeFacts));
    const period = { from: '2007-01-01', until: timeline.sessions.at(-1) ?? '' };
    const player = { settings: thresholds.defaults, take: () => undefined };
    const played = processorTime(() => runThrough(playHistory(timeline, [player], period)));
    const row: Row = {
      what: `backtest of ${timeline.releases.length} releases with defaults (CPU)`,
      ours: played / 1_000,
      unit: 's',
      bar: { kind: 'limit', most: MOST_SECONDS },
    };
    return [row, ...besidePeers(closes)];
  },
};

/**
 * No slower than either peer, with a tenth for noise. Both begin their averages with the first price and never look for
 * a gap; ours does, and gives nothing while it warms up.
 */
function besidePeers(closes: readonly number[]): readonly Row[] {
  const computes: readonly (readonly [name: string, mostTimes: number, compute: Compute])[] = [
    ['ours', 1, ours],
    ['trading-signals', 1.1, tradingSignals],
    ['indicatorts', 1.1, indicatorTs],
  ];
  const times = new Map(computes.map(([name]) => [name, new Array<number>()]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, , compute] of computes) {
      times.get(name)?.push(processorTime(() => repeat(() => compute(closes))) / ROUNDS);
    }
  }
  const known = ours(closes);
  const each = (name: string): number => median(times.get(name) ?? []);
  return computes.slice(1).flatMap(([name, mostTimes, compute]) => [
    {
      what: `SMA ${AVERAGES.join(', ')}, RSI and MACD of ${closes.length} closes (CPU)`,
      ours: each('ours'),
      unit: 'ms',
      bar: { kind: 'peer', name: `${name} ${versionOf(name)}`, measured: each(name), mostTimes },
    } as const,
    ...differences(name, known, compute(closes)),
  ]);
}

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
    row('RSI', largest(known.strength, other.strength), STRENGTH_NOISE),
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
