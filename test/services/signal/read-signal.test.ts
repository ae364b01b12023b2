import { describe, expect, it } from 'vitest';
import { readSignal } from '#services/signal/read-signal.ts';
import { aDecision } from '#test/support/engine/decision.ts';
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
