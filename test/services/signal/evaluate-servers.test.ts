import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import { bind } from '#services/bind.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { bindCards } from '#services/checklist/index.ts';
import { createQueues } from '#domain/queues.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';
import { noOrders } from '#test/support/engine/no-orders.ts';

const { signal } = new AbortController();
const SERVERS = ['1', '2', '3'];

const nothingHeld: HoldingsServices['readHoldings'] = async () => workedHoldings({ condors: [], hedges: [] });

/** Three servers with a channel each, at one close of the story. */
async function setUp(snapshot: Snapshot, readHoldings: HoldingsServices['readHoldings'] = nothingHeld) {
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  for (const server of SERVERS) {
    const values = [{ key: 'alerts.channel', text: `10000000000000000${server}` } as const];
    await store.settings.change(server, { by: 'ann', at: 1, values });
  }
  const scored: string[] = [];
  const logged: unknown[] = [];
  const evaluateAll = bind(evaluateServers, {
    ...store,
    ...bindCards(store),
    takeSnapshot: async () => snapshot,
    readHoldings,
    ...noOrders,
    log: { error: (...line) => void logged.push(line) },
    nextRelease: async () => undefined,
    scoreRecommendations: async (server) => void scored.push(server),
    withManualFigures: async (_, same) => same,
    nonceOf: (key) => key,
    inTurn: createQueues(),
    readSkew: async () => undefined,
  });
  const run = (): Promise<number> =>
    evaluateAll({ evaluation: snapshot.evaluation, now: snapshot.asOf }, signal);
  return { run, ledger: store.ledger, settings: store.settings, scored, logged };
}

async function alertsOf(
  ledger: Awaited<ReturnType<typeof setUp>>['ledger'],
  server: string,
): Promise<readonly string[]> {
  const deliveries = await ledger.deliveries(server, 5);
  return deliveries.map(({ alert }) => alert.kind).toReversed();
}

/** Every act that waits for nothing but the store goes on in the meantime. */
async function othersHaveGone(): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    await Promise.resolve();
  }
}

/** The close is looked at while the print is still being judged: a steward typed it in at that moment. */
async function setUpBoth(atPrint: Snapshot, atClose: Snapshot) {
  const { promise: closeIsRead, resolve: readClose } = Promise.withResolvers<void>();
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  const values = [{ key: 'alerts.channel', text: '100000000000000001' } as const];
  await store.settings.change('1', { by: 'ann', at: 1, values });
  const evaluateAll = bind(evaluateServers, {
    ...store,
    ...bindCards(store),
    takeSnapshot: async ({ kind }) => {
      if (kind === 'official') {
        readClose();
      }
      return kind === 'print' ? atPrint : atClose;
    },
    async readHoldings(owner, query, aborted) {
      if (query.now === atPrint.asOf) {
        await closeIsRead;
        await othersHaveGone();
      }
      return nothingHeld(owner, query, aborted);
    },
    scoreRecommendations: async () => undefined,
    nextRelease: async () => undefined,
    ...noOrders,
    log: { error: () => undefined },
    withManualFigures: async (_, same) => same,
    nonceOf: (key) => key,
    inTurn: createQueues(),
    readSkew: async () => undefined,
  });
  return {
    ledger: store.ledger,
    evaluateBoth: () =>
      Promise.all(
        [atPrint, atClose].map(({ evaluation, asOf }) => evaluateAll({ evaluation, now: asOf }, signal)),
      ),
  };
}

describe('evaluateServers', () => {
  it('keeps each server’s decision, its memory and its alert', async () => {
    const { run, ledger } = await setUp(official(0));
    expect(await run()).toBe(3);
    for (const server of SERVERS) {
      expect(await ledger.decisions(server, 5)).toHaveLength(1);
      expect(await ledger.memory(server)).toMatchObject({ lastOfficial: story.session(0) });
      expect(await ledger.deliveries(server, 5)).toHaveLength(1);
    }
  });

  it('prices what three servers hold by one look at the market, and the next close by another', async () => {
    const seen: unknown[] = [];
    const { run } = await setUp(official(0), async (_owner, { prices }) => {
      seen.push(prices);
      return workedHoldings({ condors: [], hedges: [] });
    });
    await run();
    await run();
    const [first, , , fourth] = seen;
    expect(first).toBeTypeOf('function');
    expect(seen).toEqual([first, first, first, fourth, fourth, fourth]);
    expect(fourth).not.toBe(first);
  });

  it('does once what it is asked twice', async () => {
    const { run, ledger } = await setUp(official(0));
    await run();
    const before = await ledger.memory('1');
    await run();
    expect(await ledger.memory('1')).toEqual(before);
    expect(await ledger.decisions('1', 5)).toHaveLength(1);
    expect(await ledger.deliveries('1', 5)).toHaveLength(1);
  });

  it('decides for everybody when one server’s book cannot be read, and tells that one', async () => {
    const failure = new Error('the book of 2 is damaged');
    const { run, ledger, logged } = await setUp(official(0), (owner, query, aborted) =>
      owner.server === '2' ? Promise.reject(failure) : nothingHeld(owner, query, aborted),
    );
    expect(await run()).toBe(3);
    for (const server of SERVERS) {
      expect(await ledger.decisions(server, 5)).toHaveLength(1);
    }
    expect(await alertsOf(ledger, '1')).toEqual(['official']);
    expect(await alertsOf(ledger, '2')).toEqual(['official', 'degraded']);
    expect(logged).toEqual([
      ['a book was not measured beside a decision', failure, { server: '2', fault: 'unreadable' }],
    ]);
  });

  it('judges a close only where a window is open or the ratio stands above base', async () => {
    const later = official(8, { prints: [{ ...weakCpi, dayZero: story.session(0) }] });
    const { run, ledger } = await setUp(later);
    const raised = memoryAfter(1);
    const decision = evaluate({
      snapshot: official(1),
      book: undefined,
      settings: thresholds.defaults,
      settingsVersion: 1,
      memory: memoryAfter(0),
    });
    const inputs = {
      snapshot: official(1),
      book: undefined,
      settings: thresholds.defaults,
      settingsVersion: 1,
      memory: raised,
    };
    const recorded = { server: '2', decision: { ...decision, memory: raised }, inputs, recordedAt: 1 };
    await ledger.record({ recorded, deliveries: [] });
    expect(await run()).toBe(1);
    expect(await ledger.decisions('1', 5)).toHaveLength(0);
    expect((await ledger.decisions('2', 5)).map(({ id }) => id)).toContain(`${story.session(8)}.official`);
  });

  it('scores what was recommended at every close, also where nothing is open any more', async () => {
    const { run, scored } = await setUp(official(8, { prints: [] }));
    expect(await run()).toBe(0);
    expect(scored).toEqual(SERVERS);
  });
});

describe('evaluateServers, twice at once,', () => {
  it('lets the later one remember what the earlier one found', async () => {
    const atPrint = story.at(0, 'print', { prints: [weakCpi] });
    const inLine = story.print(0, { kind: 'PPI' });
    const atClose = official(0, { prints: [inLine] });
    const { ledger, evaluateBoth } = await setUpBoth(atPrint, atClose);
    await evaluateBoth();
    expect(await ledger.memory('1')).toMatchObject({
      absorbed: [weakCpi.print.releaseId, inLine.print.releaseId],
      event: { id: weakCpi.print.releaseId },
      lastOfficial: story.session(0),
    });
  });
});
