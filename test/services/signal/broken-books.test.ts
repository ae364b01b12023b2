import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import type { Condor, Hedge } from '#domain/book/lot.ts';
import { createQueues } from '#domain/queues.ts';
import { bind } from '#services/bind.ts';
import { bindHoldings } from '#services/book/index.ts';
import { bindCards } from '#services/checklist/index.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { vixCalls, WORKED_CONDOR } from '#test/support/book/worked-book.ts';
import { official, story } from '#test/support/engine/weak-cpi-story.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const { signal } = new AbortController();
const SERVERS = ['1', '2', '3'];
const LATER = '2027-02-17';

type Break = (store: Store, folder: string) => Promise<Store>;

/** Three servers that hold a condor and a call each, over the real store; then something becomes of one book. */
async function setUp(breakBook: Break) {
  const folder = await temporaryFolder();
  const whole = await openStore(folder, thresholds);
  for (const server of SERVERS) {
    const values = [{ key: 'alerts.channel', text: `10000000000000000${server}` }] as const;
    await whole.settings.change(server, { by: 'ann', at: 1, values });
    await hold(whole, server, [{ ...WORKED_CONDOR, expiry: LATER }, vixCalls('short', [LATER, 25, 4])]);
  }
  const store = await breakBook(whole, folder);
  onTestFinished(() => store.close());
  const logged: unknown[] = [];
  const log = { error: (_words: string, _error: unknown, facts: unknown) => void logged.push(facts) };
  const holdings = bindHoldings({
    ...store,
    log,
    calendar: CALENDAR,
    charts: { drawBook: async () => Promise.reject(new Error('nothing is drawn')) },
  });
  const evaluateAll = bind(evaluateServers, {
    ...store,
    ...bindCards(store),
    ...holdings,
    log,
    takeSnapshot: async () => official(0),
    nextRelease: async () => undefined,
    scoreRecommendations: async () => undefined,
    withManualFigures: async (_, same) => same,
    nonceOf: (key) => key,
    inTurn: createQueues(),
    readSkew: async () => undefined,
  });
  const { evaluation, asOf: now } = official(0);
  return { ledger: store.ledger, logged, run: () => evaluateAll({ evaluation, now }, signal) };
}

async function hold(store: Store, server: string, lots: readonly (Condor | Hedge)[]): Promise<void> {
  await store.ledger.changeBook({ server }, () => ({
    write: { lots: lots.map((lot) => ({ lot, revision: 1 })), events: [], proposals: [] },
    result: undefined,
  }));
}

/** A row that no schema reads: reading the book throws. */
const damaged: Break = async (store, folder) => {
  await store.close();
  const database = new DatabaseSync(join(folder, 'steward.sqlite'));
  database.prepare("UPDATE lot SET lot = '{}' WHERE server = '2'").run();
  database.close();
  return openStore(folder, thresholds);
};

/** Calls of which there are so many that their sum is no number. */
const endless: Break = async (store) => {
  const most = Number.MAX_VALUE;
  await hold(store, '2', [
    { ...vixCalls('medium', [LATER, 30, most]), id: 'H8' },
    { ...vixCalls('long', [LATER, 35, most]), id: 'H9' },
  ]);
  return store;
};

describe.each([
  ['throws', damaged, 'unreadable'],
  ['adds up to no number', endless, 'unmeasured'],
] as const)('a book of one server of three that %s', (_words, breakBook, fault) => {
  it('stops no decision: all three have the same one, and a card', async () => {
    const { run, ledger } = await setUp(breakBook);
    expect(await run()).toBe(3);
    const decisions = await Promise.all(
      SERVERS.map((server) => ledger.decision(server, `${story.session(0)}.official`)),
    );
    const [first] = decisions;
    expect(first?.decision.state).toBe('CONFIRM');
    expect(decisions.map((each) => each?.decision)).toEqual(Array(3).fill(first?.decision));
    for (const server of SERVERS) {
      const kinds = (await ledger.deliveries(server, 9)).map(({ alert }) => alert.kind);
      expect(kinds).toContain('official');
      expect(kinds).not.toContain('missed');
    }
  });

  it('is told on its own card and to its own stewards alone', async () => {
    const { run, ledger, logged } = await setUp(breakBook);
    await run();
    const told = async (server: string) => {
      const alerts = (await ledger.deliveries(server, 9)).map(({ alert }) => alert.content);
      const card = alerts.find(({ form }) => form === 'card');
      return [
        card?.form === 'card' ? card.exposureFault : 'no card',
        alerts.flatMap((content) => (content.form === 'degraded' ? [content.degradation] : [])),
      ];
    };
    expect(await told('1')).toEqual([undefined, []]);
    expect(await told('3')).toEqual([undefined, []]);
    const decisionId = `${story.session(0)}.official`;
    expect(await told('2')).toEqual([fault, [{ about: 'book', decisionId, fault }]]);
    expect(logged).toContainEqual({ server: '2', fault });
    const kept = await ledger.decision('2', decisionId);
    expect(kept?.inputs.exposureFault).toBe(fault);
  });
});
