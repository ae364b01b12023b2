import type { AveragePeriod, Horizon, Measure } from '#domain/signal/evidence.ts';
import type { Series } from '#domain/market/session.ts';
import { shown } from '#engine/evidence/measure.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { logReturns, marketModel } from '#engine/indicators/market-model.ts';
import { idiosyncraticMeasures } from './idiosyncratic-measures.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';

const HORIZONS: readonly Horizon[] = [1, 5, 10, 21];
const AVERAGES: readonly AveragePeriod[] = [20, 50, 200];

/** Sessions of a quarter and of a year, over which the market model is taken. */
const QUARTER = 63;
const YEAR = 252;

/** Small caps beside large ones: how far apart, how unusual, below which averages, and how much is their own. */
export function smallCapMeasures(market: MarketMeasures): readonly Measure[] {
  const last = market.sessions.length - 1;
  const provenance = market.provenance('pair');
  const reason = market.rut.flaw ?? market.spx.flaw;
  const show = (id: Measure['id'], unit: Measure['unit'], value: number | undefined): Measure =>
    shown({ id, unit, value: reason ? undefined : value, provenance, ...(reason && { reason }) });
  const small = logReturns(market.rut.values);
  const large = logReturns(market.spx.values);
  const quarter = marketModel(small, large, QUARTER);
  const year = marketModel(small, large, YEAR);
  return [
    ...HORIZONS.flatMap((sessions) => {
      const relative = market.relative(sessions);
      const score = market.score(relative, last);
      return [
        show(`relative${sessions}`, 'percent', relative[last]),
        show(`relativeZ${sessions}`, 'standard deviations', 'score' in score ? score.score : undefined),
      ];
    }),
    ...AVERAGES.map((period) => show(`rutGap${period}`, 'percent', market.trendGap(period)[last])),
    ...AVERAGES.map((period) => show(`ratioGap${period}`, 'percent', gapOf(market.ratio, period)[last])),
    show('beta63', 'fraction', quarter?.beta),
    show('beta252', 'fraction', year?.beta),
    show('residualVolatility', 'percent', quarter && quarter.residualVolatility * 100),
    ...idiosyncraticMeasures(market),
  ];
}

/** How far a series stands above its average, percent. */
function gapOf(series: Series, period: number): Series {
  const average = simpleMovingAverage(series, period);
  return series.map((value, index) => {
    const line = average[index];
    return value === undefined || line === undefined ? undefined : (value / line - 1) * 100;
  });
}
