import type { MarketDetails } from '#domain/signal/market-details.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { breadthDetails } from './breadth-details.ts';
import { gateDetails } from './gate-details.ts';
import { smallCapDetails } from './small-cap-details.ts';
import { termDetails } from './term-details.ts';

/** Everything that the market shows at the last close beyond what the evidence is decided by. */
export function marketDetails(snapshot: Snapshot, settings: Settings, market: MarketMeasures): MarketDetails {
  return {
    'small-caps': smallCapDetails(market),
    breadth: breadthDetails(market, settings),
    term: termDetails(snapshot, market),
    gate: gateDetails(snapshot),
  };
}
