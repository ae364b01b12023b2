import type { DailyCloses } from '#domain/market/market.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Series, Session } from '#domain/market/session.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { BreadthDivergence } from '#engine/indicators/breadth-divergence.ts';
import { idiosyncraticShare } from '#engine/indicators/idiosyncratic-share.ts';
import { logReturns } from '#engine/indicators/market-model.ts';
import { averageGap, movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { relativeSpread } from '#engine/indicators/relative-spread.ts';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';
import { type SmallCapLag, smallCapLag } from '#engine/indicators/small-cap-lag.ts';
import { type StandardScore, recentSpread, standardScore } from '#engine/statistics/standard-score.ts';
import { type AlignedCloses, type RunningSession, alignCloses, withQuotes } from './aligned-closes.ts';
import { closeInstant, joinProvenance } from './read-close.ts';
import { type CountedBreadth, countBreadth, divergenceOf } from './counted-breadth.ts';
import { memoize } from '#domain/memoize.ts';

/** Closes without which momentum is not spoken of: from here on every way of seeding an average agrees. */
const HISTORY = 250;

/** The VIX is read at a close and at the one before it. */
const VIX_HISTORY = 2;

type Periods = readonly [number, number, number];

/**
 * What a snapshot's market shows, computed when first asked for and kept by parameter, so that servers with the
 * same parameters share the work. Every series has one value per session of `sessions`.
 */
export type MarketMeasures = {
  /** Sessions whose closes may be used, oldest first. */
  readonly sessions: readonly Session[];
  readonly rut: AlignedCloses;
  readonly spx: AlignedCloses;
  readonly vix: AlignedCloses;
  readonly vix3m: AlignedCloses;
  readonly vix9d: AlignedCloses;
  readonly rvx: AlignedCloses;
  /** RUT/SPX. */
  readonly ratio: Series;
  readonly breadth: CountedBreadth;
  /** The running session at a check: closes and, behind them, the quotes; absent without fresh quotes. */
  readonly running: RunningSession | undefined;
  provenance(index: 'rut' | 'spx' | 'vix' | 'vix3m' | 'vix9d' | 'rvx' | 'pair'): Provenance;
  average(period: number): Series;
  /** Close over average less 1, percent. */
  trendGap(period: number): Series;
  strength(index: 'rut' | 'spx', period: number): Series;
  /** RSI of RUT less that of SPX. */
  strengthGap(period: number): Series;
  /** MACD less its signal, in the index's unit. */
  histogram(index: 'rut' | 'ratio', periods: Periods): Series;
  lag(betaWindow: number): SmallCapLag;
  /** Logarithmic return of RUT less that of SPX over so many sessions, percent. */
  relative(sessions: number): Series;
  /** Part of the variance of RUT's returns that SPX's do not explain, over so many sessions: 0 to 1. */
  idiosyncraticShare(sessions: number): Series;
  divergence(sessions: number): BreadthDivergence | undefined;
  /** VIX3M/VIX − 1, percent. */
  termSlope(): Series;
  /** RVX less VIX, VIX points. */
  smallCapVol(): Series;
  /** VIX less its close of the session before, VIX points. */
  vixChange(): Series;
  /** A series' value in standard deviations of those before it. */
  score(series: Series, index: number): StandardScore;
  /** What a series usually varies by. */
  spread(series: Series, index: number): number | undefined;
};

/** Reads a snapshot's market. Never fails on what the data are: what cannot be used has a flaw, and gaps stay. */
export function measureMarket(snapshot: Snapshot): MarketMeasures {
  const { evaluation, lastSession, market } = snapshot;
  const sessions = snapshot.sessions.filter((session) => session <= lastSession);
  const missed = evaluation.kind === 'official' && evaluation.session !== lastSession;
  const stale = missed || sessions.at(-1) !== lastSession;
  const align = (daily: DailyCloses | undefined, needed: number): AlignedCloses =>
    alignCloses(daily, sessions, { sessions: needed, stale });
  const closedAt = closeInstant(snapshot);
  const rut = align(market.rut, HISTORY);
  const spx = align(market.spx, HISTORY);
  const breadth = countBreadth(market.breadth, { sessions, stale, asOf: closedAt });
  const running = withQuotes(snapshot, { rut: rut.values, spx: spx.values, sessions });
  const vix = align(market.vix, VIX_HISTORY);
  const vix3m = align(market.vix3m, 1);
  const rvx = align(market.rvx, 1);
  return {
    sessions,
    rut,
    spx,
    vix,
    vix3m,
    vix9d: align(market.vix9d, 1),
    rvx,
    breadth,
    running,
    provenance: createProvenance(snapshot, closedAt),
    divergence: memoize((window: number) => divergenceOf(breadth, window)),
    termSlope: once(() => combine(vix3m.values, vix.values, (far, near) => (far / near - 1) * 100)),
    smallCapVol: once(() => combine(rvx.values, vix.values, (small, large) => small - large)),
    vixChange: once(() => combine(vix.values, [undefined, ...vix.values], (now, before) => now - before)),
    ...measureMomentum({ rut: rut.values, spx: spx.values, running }),
    ...rememberPlaces(),
  };
}

type Momentum = Pick<
  MarketMeasures,
  | 'ratio'
  | 'average'
  | 'trendGap'
  | 'strength'
  | 'strengthGap'
  | 'histogram'
  | 'lag'
  | 'relative'
  | 'idiosyncraticShare'
>;

type Pair = {
  readonly rut: Series;
  readonly spx: Series;
  readonly running: RunningSession | undefined;
};

function measureMomentum({ rut, spx, running }: Pair): Momentum {
  const ratio = combine(rut, spx, (small, large) => small / large);
  const average = memoize((period: number) => simpleMovingAverage(rut, period));
  const strength = {
    rut: memoize((period: number) => relativeStrength(rut, period)),
    spx: memoize((period: number) => relativeStrength(spx, period)),
  };
  const histogram = { rut: rememberHistogram(rut), ratio: rememberHistogram(ratio) };
  const forLag = running ?? { rut, spx };
  return {
    ratio,
    average,
    trendGap: memoize((period) => combine(rut, average(period), (close, line) => (close / line - 1) * 100)),
    strength: (index, period) => strength[index](period),
    strengthGap: memoize((period) =>
      combine(strength.rut(period), strength.spx(period), (small, large) => small - large),
    ),
    histogram: (index, periods) => histogram[index](periods),
    lag: memoize((betaWindow) => smallCapLag(forLag.rut, forLag.spx, betaWindow)),
    idiosyncraticShare: memoize((sessions) => idiosyncraticShare(logReturns(rut), logReturns(spx), sessions)),
    relative: memoize((sessions) =>
      relativeSpread(forLag.rut, forLag.spx, sessions).map((spread) =>
        spread === undefined ? undefined : spread * 100,
      ),
    ),
  };
}

/** Of what is computed on the way nothing is kept: with 2,500 servers' periods, keeping it costs more than computing it. */
function rememberHistogram(closes: Series): (periods: Periods) => Series {
  const histograms = new Map<string, Series>();
  const gaps = new Map<string, Series>();
  return (periods) => {
    const [fast, slow] = periods;
    const key = periods.join('/');
    const gap = gaps.get(`${fast}/${slow}`) ?? averageGap(closes, fast, slow);
    gaps.set(`${fast}/${slow}`, gap);
    const histogram = histograms.get(key) ?? movingAverageConvergence(closes, periods, gap).histogram;
    histograms.set(key, histogram);
    return histogram;
  };
}

function combine(first: Series, second: Series, join: (a: number, b: number) => number): Series {
  return first.map((value, index) => {
    const other = second[index];
    return value === undefined || other === undefined ? undefined : join(value, other);
  });
}

function once(compute: () => Series): () => Series {
  const answer = memoize<0, Series>(compute);
  return () => answer(0);
}

function rememberPlaces(): Pick<MarketMeasures, 'score' | 'spread'> {
  const scores = new WeakMap<Series, (index: number) => StandardScore>();
  const spreads = new WeakMap<Series, (index: number) => number | undefined>();
  return {
    score(series, index) {
      const ofSeries = scores.get(series) ?? memoize((place) => standardScore(series, place));
      scores.set(series, ofSeries);
      return ofSeries(index);
    },
    spread(series, index) {
      const ofSeries = spreads.get(series) ?? memoize((place) => recentSpread(series, place));
      spreads.set(series, ofSeries);
      return ofSeries(index);
    },
  };
}

function createProvenance({ market }: Snapshot, asOf: number): MarketMeasures['provenance'] {
  const of = (daily: DailyCloses | undefined): Provenance => ({
    asOf,
    source: daily?.source ?? 'nobody',
    quality: daily?.quality ?? 'manual',
  });
  const pair = joinProvenance(of(market.rut), of(market.spx));
  return (index) => (index === 'pair' ? pair : of(market[index]));
}
