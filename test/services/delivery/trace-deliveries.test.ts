import { describe, expect, it } from 'vitest';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { showDeliveries } from '#services/delivery/show-deliveries.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';
import { aPrint } from '#test/support/engine/fake-sources.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-12-01T17:00:00Z');
const SECOND = 1_000;

/** The release of so many months ago, by its place: 0 is the latest. */
const idOf = (place: number): string => `CPI-${place}`;
const printOf = (place: number) =>
  aPrint('2026-11-13', { releaseId: idOf(place), receivedAt: NOW - place * 30 * DAY });

function messageOf(place: number, seconds: number): PlannedDelivery {
  const sent = NOW - place * 30 * DAY + seconds * SECOND;
  return {
    alert: {
      key: `1/${idOf(place)}.print/print`,
      server: '1',
      kind: 'print',
      content: aCard(aDecision()),
      silent: false,
    },
    channel: '7',
    nonce: '',
    plannedAt: sent - 1,
    delivery: { state: 'sent', at: sent, messageId: 'm' },
  };
}

/** Releases of so many months, the oldest first as a ledger gives them, each told after as many seconds as its place. */
function show(months: number, manual: readonly number[] = []) {
  const places = Array.from({ length: months }, (_, place) => place);
  const asked: unknown[] = [];
  const deps = {
    ledger: {
      async prints(until: number) {
        asked.push(until);
        return places
          .filter((place) => !manual.includes(place))
          .map(printOf)
          .toReversed();
      },
      manualPrints: async (server: string) => (server === '1' ? manual.map(printOf) : []),
      polls: async () => [],
      decision: async (_server: string, id: string) =>
        id === `${idOf(0)}.print` ? { ...recordedOf(aDecision({ id })), recordedAt: NOW + 5 } : undefined,
      async deliveries(server: string, limit: number) {
        asked.push([server, limit]);
        return places.map((place) => messageOf(place, place));
      },
    },
    marketClock: { now: () => NOW },
    about: { mode: 'live' } as const,
    watermark: 'RECORDED',
  };
  return { asked, report: (server = '1') => showDeliveries(deps, server) };
}

describe('the way of the latest releases', () => {
  it('is shown for six of them, the latest first', async () => {
    const { traces } = await show(8).report();
    expect(traces.map(({ releaseId }) => releaseId)).toEqual([0, 1, 2, 3, 4, 5].map(idOf));
  });

  it('is measured over the last 60', async () => {
    const { lag } = await show(61).report();
    expect(lag).toEqual({ count: 60, p50: 29 * SECOND, p95: 56 * SECOND });
  });

  it('is looked for among the last 2,000 messages of the server, and prints received by now', async () => {
    const { asked, report } = show(1);
    await report();
    expect(asked).toEqual([NOW, ['1', 2_000]]);
  });

  it('has a place for what a steward typed in, in that server alone', async () => {
    const { report } = show(3, [1]);
    expect((await report()).traces.map(({ releaseId }) => releaseId)).toEqual([0, 1, 2].map(idOf));
    expect((await report('2')).traces.map(({ releaseId }) => releaseId)).toEqual([0, 2].map(idOf));
  });

  it('has one place for a release that a steward typed in before a source showed it', async () => {
    const { ledger, ...rest } = {
      marketClock: { now: () => NOW },
      about: { mode: 'live' } as const,
      ledger: {
        prints: async () => [{ ...printOf(0), source: 'BLS' }],
        manualPrints: async () => [{ ...printOf(0), source: 'manual' }],
        polls: async () => [],
        decision: async () => undefined,
        deliveries: async () => [],
      },
    };
    const { traces } = await showDeliveries({ ...rest, ledger }, '1');
    expect(traces).toEqual([{ releaseId: idOf(0), seenAt: NOW, seenBy: 'BLS' }]);
  });

  it('says when it was evaluated and queued, and nothing where it was not', async () => {
    const { traces } = await show(2).report();
    expect(traces[0]).toMatchObject({ evaluatedAt: NOW + 5, queuedAt: NOW - 1 });
    expect(traces[1]).not.toHaveProperty('evaluatedAt');
  });

  it('bears the mark of a replay', async () => {
    expect(await show(1).report()).toMatchObject({ watermark: 'RECORDED', isReplay: false });
  });

  it('has no times before the first message was accepted', async () => {
    expect(await show(0).report()).toEqual({ traces: [], isReplay: false, watermark: 'RECORDED' });
  });
});
