import type { Measure } from './evidence.ts';

/** What people may look at more closely. */
export type MarketTopic = 'small-caps' | 'breadth' | 'term' | 'gate';

/** Numbers behind the evidence, by topic: shown, and decided upon by nothing. */
export type TopicMeasures = Readonly<Record<MarketTopic, readonly Measure[]>>;
