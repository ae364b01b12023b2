import { describe, expect, it } from 'vitest';
import { deliverUntilEmpty } from '#scheduler/deliver-until-empty.ts';

/** An outbox whose deliveries may go at the given instants, one a round. */
function outbox(due: readonly number[]) {
  const left = [...due];
  const waits: number[] = [];
  let rounds = 0;
  return {
    waits,
    rounds: () => rounds,
    parts: {
      ledger: { nextDeliveryAt: async () => left[0] },
      wallClock: {
        now: () => 100,
        wait: async (milliseconds: number) => {
          waits.push(milliseconds);
        },
      },
      deliver: async () => {
        rounds += 1;
        if (rounds > 1) {
          left.shift();
        }
      },
    },
  };
}

describe('deliverUntilEmpty', () => {
  it('is done after one round when nothing waits', async () => {
    const { parts, rounds, waits } = outbox([]);
    await deliverUntilEmpty(parts, new AbortController().signal);
    expect([rounds(), waits]).toEqual([1, []]);
  });

  it('waits for what must be tried again, and no longer than that', async () => {
    const { parts, waits } = outbox([1_100, 50]);
    await deliverUntilEmpty(parts, new AbortController().signal);
    expect(waits).toEqual([1_000, 0]);
  });

  it('stops waiting once it is called off', async () => {
    const { parts, rounds } = outbox([1_100]);
    await deliverUntilEmpty(parts, AbortSignal.abort());
    expect(rounds()).toBe(1);
  });
});
