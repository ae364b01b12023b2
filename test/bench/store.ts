import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#adapters/store/open-store.ts';
import { thresholds } from '#config/thresholds.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { deliveryOf } from '#test/support/ledger/ledger-entries.ts';
import type { Measurement } from './measurement.ts';

const ALERTS = 2_500;
const READS = 5_000;

/**
 * Bars in time of the processor, so that neither the disk nor whoever else is busy counts. Without a query layer, and
 * with every statement prepared anew, it was 207 ms, 0.42 ms and 4.7 µs where the disk was memory.
 */
const MOST = { planned: 400, settled: 1.5, read: 40 } as const;

/** What the ledgers cost: alerts planned, claimed and settled, and one row read. */
export const store: Measurement = {
  name: 'store',
  async measure(say) {
    const folder = await mkdtemp(join(tmpdir(), 'vega-bench-'));
    const { ledger, close } = await openStore(folder, thresholds);
    try {
      say(`${ALERTS} alerts planned`);
      const planned = await processorTime(() => planAll(ledger));
      say(`${ALERTS} alerts claimed and settled`);
      const settled = (await processorTime(() => settleAll(ledger))) / ALERTS;
      say(`one row read, ${READS} times`);
      const read = ((await processorTime(() => readRows(ledger))) / READS) * 1_000;
      const limit = (most: number) => ({ kind: 'limit', most }) as const;
      return [
        {
          what: `plan ${ALERTS} alerts, processor time`,
          ours: planned,
          unit: 'ms',
          bar: limit(MOST.planned),
        },
        {
          what: `claim and settle an alert, processor time, mean of ${ALERTS}`,
          ours: settled,
          unit: 'ms',
          bar: limit(MOST.settled),
        },
        {
          what: `read one row, processor time, mean of ${READS}`,
          ours: read,
          unit: 'µs',
          bar: limit(MOST.read),
        },
      ];
    } finally {
      await close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Milliseconds that this process was at work, in its own code and in the system's. */
async function processorTime(act: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function planAll(ledger: Ledger): Promise<void> {
  await ledger.planDeliveries(
    Array.from({ length: ALERTS }, (_, place) => deliveryOf(`d${place}`, `${place}`)),
  );
}

async function settleAll(ledger: Ledger): Promise<void> {
  for (let at = 1; at <= ALERTS; at += 1) {
    const claimed = await ledger.claimDelivery(at);
    if (!claimed) {
      throw new Error(`No alert was left after ${at - 1}.`);
    }
    await ledger.settleDelivery(claimed.planned.alert.key, { state: 'sent', at, messageId: 'm' });
  }
}

async function readRows(ledger: Ledger): Promise<void> {
  await ledger.saveReplayPosition('2014-09-17', 1);
  for (let read = 0; read < READS; read += 1) {
    await ledger.replayPosition();
  }
}
