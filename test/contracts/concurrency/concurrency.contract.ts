import { beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { clockActs } from './clock-acts.ts';
import { serverActs } from './server-acts.ts';
import { sourceActs } from './source-acts.ts';
import type { Prove } from './twenty-at-once.ts';

/** Acts that only read. */
type Reading =
  | 'nextWorkAt'
  | 'work'
  | 'memory'
  | 'decision'
  | 'decisions'
  | 'nextDeliveryAt'
  | 'deliveries'
  | 'countDeliveries'
  | 'prints'
  | 'revisions'
  | 'ticks'
  | 'notes'
  | 'itemNotes'
  | 'itemTicks'
  | 'replayPosition'
  | 'openLots'
  | 'endedLots'
  | 'bookEvents'
  | 'lotEvents'
  | 'proposals'
  | 'proposal'
  | 'booksWithLots'
  | 'departures'
  | 'manualMarks'
  | 'markHistory'
  | 'sourceState'
  | 'sourceStates'
  | 'storedReleases'
  | 'releaseChanges'
  | 'latestReading'
  | 'polls'
  | 'latestShown'
  | 'forecasts'
  | 'manualPrints'
  | 'scores'
  | 'recommendations'
  | 'ratioOverrides'
  | 'orderRecord'
  | 'serversWithOrders'
  | 'reports';

/** Each act that changes something; one that is missing here does not compile. */
const ACTS: Readonly<Record<Exclude<keyof Ledger, Reading>, Prove>> = {
  ...clockActs,
  ...sourceActs,
  ...serverActs,
};

/** What every ledger must keep when the same act is asked for many times at once, whatever stands behind it. */
export function describeConcurrency(name: string, open: () => Promise<Ledger>): void {
  describe(`${name}, asked twenty times at once,`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    it.each(Object.entries(ACTS))('loses and doubles nothing of %s', async (_act, prove) => {
      expect.hasAssertions();
      await prove(ledger);
    });
  });
}
