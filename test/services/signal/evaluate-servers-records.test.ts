import { describe, expect, it } from 'vitest';
import { createQueues } from '#domain/queues.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Memory } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import { bindCards } from '#services/checklist/index.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';
import { noOrders } from '#test/support/engine/no-orders.ts';

const { signal } = new AbortController();

type Entry = Parameters<DecisionLedger['record']>[0];
type World = {
  readonly settings?: Partial<Settings>;
  readonly memory?: Memory;
  readonly watermark?: string;
  readonly isEphemeral?: true;
  /** What one server’s stewards have typed in. */
  readonly manual?: (server: string, snapshot: Snapshot) => Snapshot;
};

/** Two servers that hold nothing, and what was stored of them, in the order in which it was. */
function world(snapshot: Snapshot, { settings, memory, manual, ...about }: World = {}) {
  const entries: Entry[] = [];
  const taken: unknown[] = [];
  const scored: string[] = [];
  const deps = {
    ...about,
    ...bindCards({
      ledger: {
        mark: async () => [],
        ticks: async () => [],
        addNote: async () => undefined,
        notes: async () => [],
        itemNotes: async () => [],
        itemTicks: async () => [],
        manualMarks: async () => [],
        decision: async () => undefined,
        decisions: async () => [],
      },
    }),
    ledger: {
      memory: async () => memory,
      serversWithOrders: async () => [],
      async record(entry: Entry) {
        entries.push(entry);
        return 'recorded' as const;
      },
    },
    settings: {
      read: async () => ({ version: 3, settings: someSettings(settings), changes: [] }),
      servers: async () => ['1', '2'],
    },
    async takeSnapshot(...request: readonly unknown[]) {
      taken.push(request);
      return snapshot;
    },
    withManualFigures: async (server: string, general: Snapshot) => manual?.(server, general) ?? general,
    readHoldings: async () => workedHoldings({ condors: [], hedges: [] }),
    log: { error: () => undefined },
    ...noOrders,
    nextRelease: async () => undefined,
    scoreRecommendations: async (server: string) => void scored.push(server),
    nonceOf: (key: string, channel: string) => `${key} in ${channel}`,
    inTurn: createQueues(),
    readSkew: async () => undefined,
  };
  const run = (only?: string, aborted = signal): Promise<number> =>
    evaluateServers(
      deps,
      {
        evaluation: snapshot.evaluation,
        now: snapshot.asOf,
        ...(only !== undefined && { only }),
      },
      aborted,
    );
  return { run, entries, taken, scored };
}

describe('what is stored of an evaluation', () => {
  it('is the decision, its inputs and its message in one write, before anything is sent', async () => {
    const snapshot = official(1);
    const { run, entries } = world(snapshot, { memory: memoryAfter(0) });
    expect(await run('1')).toBe(1);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      recorded: {
        server: '1',
        decision: { id: `${story.session(1)}.official`, state: 'CAPITULATION' },
        inputs: { settingsVersion: 3, memory: { event: { id: weakCpi.print.releaseId } } },
        recordedAt: snapshot.asOf,
      },
      deliveries: [
        {
          channel: '100000000000000001',
          nonce: `1/${story.session(1)}.official/follow-up in 100000000000000001`,
          plannedAt: snapshot.asOf,
          alert: { key: `1/${story.session(1)}.official/follow-up`, server: '1', content: { form: 'card' } },
        },
      ],
    });
    expect(entries[0]?.recorded.inputs.snapshot).toBe(snapshot);
  });

  it('is the decision alone where a server has no channel', async () => {
    const { run, entries } = world(official(1), { settings: { 'alerts.channel': null } });
    await run('1');
    expect(entries.map(({ deliveries }) => deliveries)).toEqual([[]]);
  });

  it('is the decision alone where a server has switched its message off', async () => {
    const kinds = { ...someSettings()['alerts.kinds'], print: 'off' } as const;
    const atPrint = story.at(0, 'print', { prints: [weakCpi] });
    const { run, entries } = world(atPrint, { settings: { 'alerts.kinds': kinds } });
    expect(await run('1')).toBe(1);
    expect(entries.map(({ deliveries }) => deliveries)).toEqual([[]]);
  });

  it('is told with what it was made without, in a message of its own', async () => {
    const { market, ...rest } = official(1);
    const { run, entries } = world({ ...rest, market: { ...market, vix: { ...market.vix, closes: [] } } });
    await run('1');
    expect(entries[0]?.deliveries.map(({ alert }) => alert.kind)).toContain('degraded');
    expect(entries[0]?.deliveries).toHaveLength(2);
  });

  it('takes the place of what an earlier evaluation has not yet sent, at a close alone', async () => {
    const atClose = world(official(1));
    await atClose.run('1');
    expect(atClose.entries[0]?.supersedes).toBe(`superseded by ${story.session(1)}.official`);
    const atCheck = world(story.at(0, 'check', { prints: [weakCpi] }));
    await atCheck.run('1');
    expect(atCheck.entries[0]).not.toHaveProperty('supersedes');
  });

  it('calls the close of the day of a print official, and the next one a follow-up', async () => {
    const kindAt = async (place: number, memory?: Memory) => {
      const { run, entries } = world(official(place), memory && { memory });
      await run('1');
      return entries[0]?.deliveries[0]?.alert.kind;
    };
    expect(await kindAt(0)).toBe('official');
    expect(await kindAt(1, memoryAfter(0))).toBe('follow-up');
  });

  it('bears the mark of a replay, and none on live data', async () => {
    const replay = world(official(1), { watermark: 'RECORDED', isEphemeral: true });
    await replay.run('1');
    expect(replay.entries[0]?.deliveries[0]?.alert).toMatchObject({
      watermark: 'RECORDED',
      isEphemeral: true,
    });
    const live = world(official(1));
    await live.run('1');
    expect(live.entries[0]?.deliveries[0]?.alert).not.toHaveProperty('watermark');
    expect(live.entries[0]?.deliveries[0]?.alert).not.toHaveProperty('isEphemeral');
  });
});

describe('whom an evaluation concerns', () => {
  it('looks at the market once for all of them', async () => {
    const snapshot = official(1);
    const { run, taken, entries } = world(snapshot);
    expect(await run()).toBe(2);
    expect(taken).toEqual([[snapshot.evaluation, snapshot.asOf, signal]]);
    expect(entries.map(({ recorded }) => recorded.server)).toEqual(['1', '2']);
  });

  it('is one server where its steward asks, and nobody else', async () => {
    const { run, entries } = world(official(1));
    expect(await run('2')).toBe(1);
    expect(entries.map(({ recorded }) => recorded.server)).toEqual(['2']);
  });

  it('is a server whose steward typed in a print that no other knows', async () => {
    const { run, entries } = world(official(1, { prints: [] }), {
      manual: (server, snapshot) => (server === '2' ? { ...snapshot, prints: [weakCpi] } : snapshot),
    });
    expect(await run()).toBe(1);
    expect(entries.map(({ recorded }) => recorded.server)).toEqual(['2']);
  });

  it('is at a close whoever has the window of a print open: five sessions, the fifth included', async () => {
    const concerned = (place: number, sessions?: number) =>
      world(
        official(place),
        sessions === undefined ? {} : { settings: { 'event.windowSessions': sessions } },
      );
    expect(await concerned(5).run('1')).toBe(1);
    expect(await concerned(6).run('1')).toBe(0);
    expect(concerned(6).entries).toEqual([]);
    expect(await concerned(6, 6).run('1')).toBe(1);
  });

  it('is at a close whoever has one of several prints’ windows open', async () => {
    const two = [weakCpi, story.print(8, { kind: 'PPI' })];
    expect(await world(official(9, { prints: two })).run('1')).toBe(1);
  });

  it('is everybody at a print and at a check, whatever is open', async () => {
    expect(await world(story.at(9, 'check', { prints: [] })).run()).toBe(2);
    expect(await world(story.at(9, 'print', { prints: [weakCpi] })).run()).toBe(2);
  });

  it('scores what was recommended at a close, and at nothing else', async () => {
    const atClose = world(official(1));
    await atClose.run();
    expect(atClose.scored).toEqual(['1', '2']);
    const atPrint = world(story.at(0, 'print', { prints: [weakCpi] }));
    await atPrint.run();
    expect(atPrint.scored).toEqual([]);
  });

  it('is nobody any more once the process is to stop', async () => {
    const { run, entries } = world(official(1));
    await expect(run(undefined, AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
    expect(entries).toEqual([]);
  });
});
