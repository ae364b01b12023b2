import type { Evidence } from '#domain/signal/evidence.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { holds, measured, shown, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';

type Settled = Pick<Settings, 'term.flat' | 'term.steep'>;

/** Sessions over which a steepening is shown besides the last one. */
const WEEK = 5;

/**
 * How far three-month implied volatility stands above one-month. Shown, and true where the curve is steep; it
 * raises and blocks nothing.
 */
export function judgeTerm(market: MarketMeasures, settings: Settled): Evidence {
  const flaw = market.vix3m.flaw ?? market.vix.flaw;
  if (flaw) {
    return unknownEvidence('term', flaw, [
      { id: 'termSlope', unit: 'percent', wanted: '>=', threshold: settings['term.steep'] },
    ]);
  }
  const last = market.sessions.length - 1;
  const slopes = market.termSlope();
  const slope = slopes[last];
  const provenance = market.provenance('vix3m');
  const changeOver = (sessions: number): number | undefined => {
    const before = slopes[last - sessions];
    return slope === undefined || before === undefined ? undefined : slope - before;
  };
  const steep = measured(
    { id: 'termSlope', unit: 'percent', value: slope, provenance },
    { wanted: '>=', threshold: settings['term.steep'], near: market.spread(slopes, last) },
  );
  return {
    id: 'term',
    truth: holds(steep),
    shape: termShape(slope, settings),
    measures: [
      steep,
      shown({ id: 'termChange1', unit: 'percent', value: changeOver(1), provenance }),
      shown({ id: 'termChange5', unit: 'percent', value: changeOver(WEEK), provenance }),
    ],
  };
}

/**
 * A word for the slope of the volatility curve.
 *
 * @param slope - VIX3M/VIX − 1, percent
 */
export function termShape(slope: number | undefined, settings: Settled): VolatilityReport['termShape'] {
  if (slope === undefined) {
    return 'unknown';
  }
  const percent = roundOff(slope);
  if (percent < 0) {
    return 'inverted';
  }
  if (percent >= settings['term.steep']) {
    return 'steep';
  }
  return percent >= settings['term.flat'] ? 'normal' : 'flat';
}
