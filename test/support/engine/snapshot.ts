import type { Evaluation, Snapshot } from '#domain/signal/snapshot.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import { CLOSE_OF_2014_09_23 } from './decision.ts';

const closes = (close: number): DailyCloses => ({
  closes: [{ session: '2014-09-23', close }],
  source: 'the recorded history',
  quality: 'recorded',
});

/** What was known of one session of 2014: its closes, and nothing else. */
export function aSnapshot(evaluation: Evaluation): Snapshot {
  return {
    asOf: CLOSE_OF_2014_09_23,
    evaluation,
    lastSession: '2014-09-23',
    sessions: ['2014-09-23'],
    market: { rut: closes(1119.33), spx: closes(1982.77), vix: closes(14.93) },
    prints: [],
  };
}
