import { describe, expect, it } from 'vitest';
import { ReplayRunning } from '#domain/problem.ts';
import { oneAtATime } from '#services/history/backtest.ts';
import { runInSlices } from '#services/history/run-in-slices.ts';

const { signal } = new AbortController();

/** A work of ten pieces, each of which takes so many milliseconds. */
function setUp(each: number) {
  const clock = { at: 0 };
  const breaths: number[] = [];
  const deps = {
    wallClock: { now: () => clock.at },
    breathe: async () => void breaths.push(clock.at),
  };
  function* work(): Generator<number, string> {
    for (let piece = 1; piece <= 10; piece += 1) {
      clock.at += each;
      yield piece;
    }
    return 'done';
  }
  return { deps, breaths, work };
}

describe('runInSlices', () => {
  it('gives what comes of the work, and tells of each piece', async () => {
    const { deps, work } = setUp(1);
    const told: number[] = [];
    expect(await runInSlices(deps, work(), signal, (piece) => void told.push(piece))).toBe('done');
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('lets others have their turn every 20 ms, and not more often', async () => {
    const { deps, breaths, work } = setUp(5);
    await runInSlices(deps, work(), signal);
    expect(breaths).toEqual([20, 40]);
    const quick = setUp(1);
    await runInSlices(quick.deps, quick.work(), signal);
    expect(quick.breaths).toEqual([]);
  });

  it('stops at the next turn when it is called off', async () => {
    const { deps, work } = setUp(20);
    const told: number[] = [];
    const stopped = new AbortController();
    const running = runInSlices(deps, work(), stopped.signal, (piece) => {
      told.push(piece);
      stopped.abort(new Error('nobody waits'));
    });
    await expect(running).rejects.toThrow('nobody waits');
    expect(told).toEqual([1]);
  });
});

describe('oneAtATime', () => {
  it('refuses a second run while the first is under way, and lets the next one in', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const run = oneAtATime((_name: string) => promise);
    const first = run('first');
    await expect(run('second')).rejects.toThrow(ReplayRunning);
    resolve('done');
    expect(await first).toBe('done');
    expect(await run('third')).toBe('done');
  });

  it('lets the next one in after a run that failed', async () => {
    const run = oneAtATime(async (fails: boolean) => (fails ? Promise.reject(new Error('ours')) : 'done'));
    await expect(run(true)).rejects.toThrow('ours');
    expect(await run(false)).toBe('done');
  });
});
