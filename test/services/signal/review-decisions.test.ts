import { describe, expect, it, vi } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { bind } from '#services/bind.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { reviewDecisions } from '#services/signal/review-decisions.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const SERVER = '1';
const HOUR = 3_600_000;

/** A decision of which counts were missing, and what is known of its close later. */
async function setUp(retaken: Snapshot) {
  const ledger = await openLedger();
  const snapshot = official(1, { prints: [weakCpi] });
  const memory = memoryAfter(0);
  const decision = decide(snapshot, { memory });
  const inputs = { snapshot, book: undefined, settings: someSettings(), settingsVersion: 3, memory };
  await ledger.record({
    recorded: { server: SERVER, decision, inputs, recordedAt: snapshot.asOf },
    deliveries: [],
  });
  const alertServer = vi.fn<AlertServices['alertServer']>().mockResolvedValue();
  const review = bind(reviewDecisions, {
    ledger,
    settings: {
      servers: async () => [SERVER],
    },
    takeSnapshot: async () => retaken,
    withManualFigures: async (_, same) => same,
    alertServer,
    nonceOf: (text) => text,
  });
  return { review, alertServer, ledger, decision };
}

describe('reviewDecisions', () => {
  it('tells a server what is otherwise now, under a name that the same correction has again', async () => {
    const { review, alertServer, decision } = await setUp(official(1));
    expect(await review(decision.asOf + HOUR, signal)).toBe(1);
    expect(await review(decision.asOf + 2 * HOUR, signal)).toBe(1);
    const names = alertServer.mock.calls.map(([, { id }]) => id);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(new RegExp(`^${decision.id}\\.correction-`));
    expect(alertServer.mock.calls[0]?.[1].kind).toBe('correction');
  });

  it('leaves memory and programme as they were', async () => {
    const { review, ledger, decision } = await setUp(official(1));
    const before = await ledger.memory(SERVER);
    await review(decision.asOf + HOUR, signal);
    expect(await ledger.memory(SERVER)).toEqual(before);
    expect(await ledger.decisions(SERVER, 10)).toHaveLength(1);
  });

  it('is silent while nothing is otherwise, and of what lies more than five days back', async () => {
    const same = await setUp(official(1, { prints: [weakCpi] }));
    expect(await same.review(same.decision.asOf + HOUR, signal)).toBe(0);
    const old = await setUp(official(1));
    expect(await old.review(old.decision.asOf + 121 * HOUR, signal)).toBe(0);
    expect(old.alertServer).not.toHaveBeenCalled();
  });
});

describe('which decisions are looked at again', () => {
  const DAY = 24 * HOUR;
  const ASOF = official(1).asOf;

  /** Decisions of servers that would all be corrected, and whom it was told. */
  function look(
    decisions: readonly Decision[],
    now: number,
    { servers = [SERVER], isGone = false }: { servers?: readonly string[]; isGone?: boolean } = {},
  ) {
    const told: unknown[] = [];
    const asked: unknown[] = [];
    const memory = memoryAfter(0);
    const snapshot = official(1, { prints: [weakCpi] });
    const settings = someSettings();
    const work = reviewDecisions(
      {
        ledger: {
          async decisions(server, limit) {
            asked.push([server, limit]);
            if (server === 'damaged') {
              throw new Error('damaged');
            }
            return decisions;
          },
          decision: async (server, id) =>
            isGone
              ? undefined
              : {
                  server,
                  decision: { ...decide(snapshot, { memory }), id },
                  inputs: { snapshot, book: undefined, settings, settingsVersion: 3, memory },
                  recordedAt: ASOF,
                },
        },
        settings: { servers: async () => servers },
        async takeSnapshot(evaluation, at) {
          asked.push([evaluation.kind, at]);
          return official(1);
        },
        withManualFigures: async (_, same) => same,
        alertServer: async (server, { id }, at) => void told.push([server, id, at]),
        nonceOf: (text, server) => `${text.length > 2 ? 'of a text' : 'of nothing'} for ${server}`,
      },
      now,
      signal,
    );
    return { work, told, asked };
  }

  const at = (asOf: number, otherwise: Partial<Decision> = {}): Decision => ({
    ...decide(official(1), { memory: memoryAfter(0) }),
    asOf,
    ...otherwise,
  });

  it('are the latest eight of a server', async () => {
    const { work, asked } = look([], ASOF);
    expect(await work).toBe(0);
    expect(asked).toEqual([[SERVER, 8]]);
  });

  it('are those of the last five days, to the millisecond', async () => {
    expect(await look([at(ASOF)], ASOF + 5 * DAY).work).toBe(1);
    expect(await look([at(ASOF)], ASOF + 5 * DAY + 1).work).toBe(0);
  });

  it('are official ones alone: a check corrects itself at the close', async () => {
    const session = story.session(1);
    const check = at(ASOF, { evaluation: { kind: 'check', session, time: '09:45' } });
    expect(await look([check], ASOF).work).toBe(0);
  });

  it('are made again at their own instant, and told as of now', async () => {
    const { work, asked, told } = look([at(ASOF, { id: 'a' }), at(ASOF, { id: 'b' })], ASOF + HOUR);
    expect(await work).toBe(2);
    expect(asked.slice(1)).toEqual([
      ['official', ASOF],
      ['official', ASOF],
    ]);
    expect(told).toEqual([
      [SERVER, 'a.correction-of a text for 1', ASOF + HOUR],
      [SERVER, 'b.correction-of a text for 1', ASOF + HOUR],
    ]);
  });

  it('are left alone where what they were made of is gone', async () => {
    const { work, told } = look([at(ASOF)], ASOF, { isGone: true });
    expect(await work).toBe(0);
    expect(told).toEqual([]);
  });

  it('are looked at of every server, though one cannot be read', async () => {
    const { work, told } = look([at(ASOF, { id: 'a' })], ASOF, { servers: ['damaged', '2'] });
    await expect(work).rejects.toThrow('damaged');
    expect(told).toEqual([['2', 'a.correction-of a text for 2', ASOF]]);
  });
});
