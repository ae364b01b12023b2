import { describe, expect, it } from 'vitest';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { attemptExposure } from '#services/signal/attempt-exposure.ts';
import { judgeHeld } from '#services/signal/judge-server.ts';
import { readSignal } from '#services/signal/read-signal.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';

const { signal } = new AbortController();
const present = aDecision({ state: 'WATCH' });
const last = aDecision({ id: '2014-09-22.official' });
const { inputs } = recordedOf(present);

function read(stored: readonly ReturnType<typeof aDecision>[], watermark?: string) {
  const deps = {
    ledger: { decisions: async (_server: string, limit: number) => stored.slice(0, limit) },
    judgeNow: async () => ({ decision: present, inputs }),
    ...(watermark !== undefined && { watermark }),
  };
  return readSignal(deps, '1', signal);
}

describe('readSignal', () => {
  it('shows the signal of this moment beside the last decision that was stored', async () => {
    const report = await read([last, aDecision({ id: '2014-09-19.official' })], 'RECORDED');
    expect(report).toMatchObject({
      decision: { state: 'WATCH' },
      last: { id: last.id },
      watermark: 'RECORDED',
    });
  });

  it('has no last decision before the first, and no hedge without lots', async () => {
    const report = await read([]);
    expect(report).not.toHaveProperty('last');
    expect(report).not.toHaveProperty('standing');
    expect(report).not.toHaveProperty('watermark');
  });
});

describe('what stands beside a signal', () => {
  it('is how the hedge stands, where lots are kept, and the volatility that it was made on', async () => {
    const snapshot = official(1);
    const look = {
      serverSettings: { version: 3, settings: someSettings(), changes: [] },
      memory: memoryAfter(0),
      snapshot,
      market: measureMarket(snapshot),
    };
    const attempt = attemptExposure({ log: { error: () => undefined } }, '1');
    const { decision, inputs: held } = judgeHeld(workedHoldings(), look, attempt);
    const asked: unknown[] = [];
    const deps = {
      ledger: {
        async decisions(...request: readonly unknown[]) {
          asked.push(request);
          return [];
        },
      },
      judgeNow: async () => ({ decision, inputs: held }),
    };
    const report = await readSignal(deps, '7', signal);
    expect(report.standing).toBe(held.standing);
    expect(report.overview.vix).toMatchObject({ known: true, value: 14 });
    expect(report.exposure).toMatchObject({ mode: 'unit' });
    expect(asked).toEqual([['7', 1]]);
  });
});
