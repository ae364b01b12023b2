import { expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { createQueues } from '#domain/queues.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { bind } from '#services/bind.ts';
import { tendOrders } from '#services/book/tend-orders.ts';
import { bindCards } from '#services/checklist/index.ts';
import { deliverAlerts } from '#services/delivery/deliver-alerts.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { anOrder } from '#test/support/book/orders.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { noOrders } from '#test/support/engine/no-orders.ts';
import { COUNTED, memoryAfter, official, story } from '#test/support/engine/weak-cpi-story.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const { signal } = new AbortController();
const SERVER = '1';

/** The step of session 3, from 0.80 to 0.85, to be traded in session 4 and valid to the close of session 8. */
const ORDER = anOrder({
  from: 0.8,
  to: 0.85,
  session: story.session(3),
  openedAt: official(3).asOf,
  window: { ...anOrder().window, session: story.session(4) },
  validUntil: official(8).asOf,
});

/** A server that owes the step, and the kinds of what was sent to its channel, oldest first. */
async function setUp() {
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  const values = [{ key: 'alerts.channel', text: '100000000000000001' } as const];
  await store.settings.change(SERVER, { by: 'ann', at: 1, values });
  await store.ledger.changeOrders(SERVER, undefined, () => ({
    write: { memory: memoryAfter(3), orders: [ORDER] },
    result: undefined,
  }));
  const sent: string[] = [];
  const log = { info: () => undefined, error: () => undefined };
  const run = async (snapshot: Snapshot): Promise<void> => {
    const deps = {
      ...store,
      ...bindCards(store),
      ...noOrders,
      tendOrders: bind(tendOrders, store),
      takeSnapshot: async () => snapshot,
      readHoldings: async () => workedHoldings({ condors: [], hedges: [] }),
      log,
      nextRelease: async () => undefined,
      scoreRecommendations: async () => undefined,
      withManualFigures: async (_: string, same: Snapshot) => same,
      nonceOf: (key: string) => key,
      inTurn: createQueues(),
      readSkew: async () => undefined,
    };
    await evaluateServers(deps, { evaluation: snapshot.evaluation, now: snapshot.asOf }, signal);
    const channel = {
      send: async ({ kind }: { readonly kind: string }) => {
        sent.push(kind);
        return `message ${sent.length}`;
      },
      find: async () => undefined,
    };
    const sending = { channel, draw: async () => undefined, markSuperseded: async () => undefined };
    const wallClock = { now: () => snapshot.asOf };
    await deliverAlerts({ ...sending, ledger: store.ledger, wallClock, log }, signal);
  };
  return { run, sent };
}

it('what is owed has its card once, at the close of its window, though that evaluation runs again', async () => {
  const { run, sent } = await setUp();
  const check = story.at(4, 'check', COUNTED);
  for (const snapshot of [check, official(4), official(4), official(5)]) {
    await run(snapshot);
  }
  expect(sent).toEqual(['check', 'owed', 'check']);
});
