import type { Evidence } from '#domain/signal/evidence.ts';
import type { Series } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { holds, measured, shown, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';

/** The age of a break, in sessions, up to which it is fresh. */
const FRESH = 5;

/** Whether the Russell 2000 closed below its average; `shape` says since when. */
export function judgeTrend(market: MarketMeasures, settings: Pick<Settings, 'trend.period'>): Evidence {
  const { flaw } = market.rut;
  if (flaw) {
    return unknownEvidence('trend', flaw, [{ id: 'trendGap', unit: 'percent', wanted: '<', threshold: 0 }]);
  }
  const last = market.sessions.length - 1;
  const provenance = market.provenance('rut');
  const gaps = market.trendGap(settings['trend.period']);
  const gap = measured(
    { id: 'trendGap', unit: 'percent', value: gaps[last], provenance },
    { wanted: '<', threshold: 0, near: market.spread(gaps, last) },
  );
  const truth = holds(gap);
  const averages = ([20, 50, 200] as const).map((period) =>
    shown({ id: `sma${period}`, unit: 'index points', value: market.average(period)[last], provenance }),
  );
  return {
    id: 'trend',
    truth,
    ...(truth === 'unknown' ? { reason: 'too-little-history' } : { shape: shapeOf(gaps, last) }),
    measures: [gap, ...averages],
  };
}

function shapeOf(gaps: Series, last: number): string {
  const isBelow = (index: number): boolean => (gaps[index] ?? 0) < 0;
  if (!isBelow(last)) {
    return 'above';
  }
  const stayed = Array.from({ length: FRESH + 1 }, (_, back) => last - 1 - back).every(isBelow);
  return stayed ? 'below' : 'fresh break';
}
