import { describe, expect, it } from 'vitest';
import type { Checkup } from '#domain/health/checkup.ts';
import { bind } from '#services/bind.ts';
import { examine, onceAMinute } from '#services/health/examine.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';

const SEEN = Date.UTC(2026, 9, 14, 12, 30, 4);
const { readStatus } = someServices();

const wallClock = () => createBenchClock([], SEEN);

function services(takeCheckup?: () => Promise<Checkup>, clock = wallClock()) {
  return {
    examine: bind(examine, {
      readStatus,
      ...(takeCheckup && { takeCheckup: onceAMinute(takeCheckup, clock) }),
    }),
  };
}

describe('examine', () => {
  it('asks once a minute at most; all who ask in between share what was said, with its age', async () => {
    const clock = wallClock();
    let asked = 0;
    const takeCheckup = async (): Promise<Checkup> => {
      asked += 1;
      return { at: clock.now(), machine: [], sources: [] };
    };
    const { examine } = services(takeCheckup, clock);
    await Promise.all([examine('1'), examine('2')]);
    clock.pass(59_000);
    expect((await examine('1')).checkup?.at).toBe(SEEN);
    expect(asked).toBe(1);
    clock.pass(1_000);
    expect((await examine('1')).checkup?.at).toBe(SEEN + 60_000);
    expect(asked).toBe(2);
  });

  it('asks again at once where asking itself failed', async () => {
    const failures = [new Error('ours')];
    const takeCheckup = async (): Promise<Checkup> => {
      const failure = failures.pop();
      if (failure) {
        throw failure;
      }
      return { at: 0, machine: [], sources: [] };
    };
    const { examine } = services(takeCheckup);
    await expect(examine('1')).rejects.toThrow('ours');
    expect((await examine('1')).checkup?.verdict).toBe('bad');
  });

  it('asks nobody where data are recorded', async () => {
    expect(await services().examine('1')).not.toHaveProperty('checkup');
  });
});
