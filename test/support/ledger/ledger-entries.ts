import type { Alert } from '#domain/delivery/alert.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { PlannedDelivery, RecordedDecision } from '#ports/ledger/ledger.ts';
import { aCard, aDecision, CLOSE_OF_2014_09_23, someSettings } from '#test/support/engine/decision.ts';
import { aSnapshot } from '#test/support/engine/snapshot.ts';

export const SERVER = '100000000000000000';

/** The programme after a step up. */
export const STEP = { ratio: 0.7, upUsed: 0.1, lastUpStep: '2014-09-23' };

/** A decision as it goes into a ledger. */
export function recordedOf(decision: Decision, server = SERVER): RecordedDecision {
  return {
    server,
    decision,
    inputs: {
      snapshot: aSnapshot(decision.evaluation),
      book: undefined,
      settings: someSettings(),
      settingsVersion: 3,
      memory: decision.memory,
    },
    recordedAt: CLOSE_OF_2014_09_23,
  };
}

/** An alert about a decision, ready to be planned. */
export function deliveryOf(id: string, server = SERVER): Omit<PlannedDelivery, 'delivery'> {
  const alert: Alert = {
    key: `${server}/${id}`,
    server,
    kind: 'official',
    content: aCard(aDecision({ id })),
    silent: false,
    chartOf: id,
  };
  return { alert, channel: '7', nonce: `nonce of ${id}`, plannedAt: CLOSE_OF_2014_09_23 };
}
