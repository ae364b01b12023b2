import type { StandDownReason } from '#domain/signal/decision.ts';
import type { Evidence } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { holds, measured, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';
import { anyTrue } from './truth.ts';

type Settled = Pick<Settings, 'vix.lateLevel' | 'vix.lateJump'>;

/** Whether it is late to buy volatility: the VIX is high already, or rose by a lot since the session before. */
export function judgeLateGate(market: MarketMeasures, settings: Settled): Evidence {
  const { flaw, values } = market.vix;
  if (flaw) {
    return unknownEvidence('lateGate', flaw, [
      { id: 'vixLevel', unit: 'VIX points', wanted: '>', threshold: settings['vix.lateLevel'] },
      { id: 'vixJump', unit: 'VIX points', wanted: '>=', threshold: settings['vix.lateJump'] },
    ]);
  }
  const last = market.sessions.length - 1;
  const provenance = market.provenance('vix');
  const changes = market.vixChange();
  const measures = [
    measured(
      { id: 'vixLevel', unit: 'VIX points', value: values[last], provenance },
      { wanted: '>', threshold: settings['vix.lateLevel'], near: market.spread(values, last) },
    ),
    measured(
      { id: 'vixJump', unit: 'VIX points', value: changes[last], provenance },
      { wanted: '>=', threshold: settings['vix.lateJump'], near: market.spread(changes, last) },
    ),
  ];
  return { id: 'lateGate', truth: anyTrue(measures.map(holds)), measures };
}

/** Why the gate is shut, where it is. */
export function lateReasons(lateGate: Evidence | undefined): readonly StandDownReason[] {
  const reasons = { vixLevel: 'vix-level', vixJump: 'vix-jump' } as const;
  return (['vixLevel', 'vixJump'] as const)
    .filter((id) => lateGate?.measures.some((measure) => measure.id === id && holds(measure) === 'true'))
    .map((id) => reasons[id]);
}
