import type { Evidence } from '#domain/signal/evidence.ts';
import type { Series } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { mean } from '#engine/statistics/summary.ts';
import { holds, measured, shown, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';

type Settled = Pick<Settings, 'smallCapVol.multiple'>;

/** Sessions whose mean is what is usual, the last one included. */
const USUAL = 90;

/**
 * Whether the options market pays unusually more for small caps' swings than for large ones': RVX less VIX over so
 * many times its mean of 90 sessions. Shown only; it raises and blocks nothing.
 *
 * Not known while the mean is not above zero: a multiple of it would say nothing.
 */
export function judgeSmallCapVol(market: MarketMeasures, settings: Settled): Evidence {
  const multiple = settings['smallCapVol.multiple'];
  const bound = { wanted: '>=', threshold: multiple } as const;
  const flaw = market.rvx.flaw ?? market.vix.flaw;
  if (flaw) {
    return unknownEvidence('smallCapVol', flaw, [{ id: 'smallCapVolTimes', unit: 'times', ...bound }]);
  }
  const spreads = market.smallCapVol();
  const last = market.sessions.length - 1;
  const spread = spreads[last];
  const usual = usualAt(spreads, last);
  const value = spread === undefined || usual === undefined || usual <= 0 ? undefined : spread / usual;
  const provenance = market.provenance('rvx');
  const times = measured(
    {
      id: 'smallCapVolTimes',
      unit: 'times',
      value,
      ...(usual !== undefined && usual <= 0 && { reason: 'no-variation' }),
      provenance,
    },
    { ...bound, near: 'score' },
  );
  const truth = holds(times);
  return {
    id: 'smallCapVol',
    truth,
    ...(truth === 'unknown' && times.reason && { reason: times.reason }),
    measures: [
      times,
      shown({ id: 'smallCapVolSpread', unit: 'VIX points', value: spread, provenance }),
      shown({ id: 'smallCapVolMean', unit: 'VIX points', value: usual, provenance }),
    ],
  };
}

function usualAt(spreads: Series, index: number): number | undefined {
  const recent = spreads
    .slice(Math.max(0, index + 1 - USUAL), index + 1)
    .filter((spread) => spread !== undefined);
  return recent.length === USUAL ? mean(recent) : undefined;
}
