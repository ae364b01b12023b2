import type { DegradedReason } from '#domain/signal/decision.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';

/** Inputs without which nothing may rise, as far as they cannot be relied upon. */
export function findDegraded(market: MarketMeasures): readonly DegradedReason[] {
  return (['rut', 'spx', 'vix'] as const).flatMap((input) => {
    const { flaw } = market[input];
    return flaw ? [{ input, reason: flaw }] : [];
  });
}
