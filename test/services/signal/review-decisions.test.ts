import { describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { bind } from '#services/bind.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { reviewDecisions } from '#services/signal/review-decisions.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

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
