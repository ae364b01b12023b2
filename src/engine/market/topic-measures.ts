import type { TopicMeasures } from '#domain/signal/topic-measures.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { breadthMeasures } from './breadth-measures.ts';
import { gateMeasures } from './gate-measures.ts';
import { smallCapMeasures } from './small-cap-measures.ts';
import { termMeasures } from './term-measures.ts';

/** Everything that the market shows at the last close beyond what the evidence is decided by. */
export function topicMeasures(snapshot: Snapshot, settings: Settings, market: MarketMeasures): TopicMeasures {
  return {
    'small-caps': smallCapMeasures(market),
    breadth: breadthMeasures(market, settings),
    term: termMeasures(snapshot, market),
    gate: gateMeasures(snapshot),
  };
}
