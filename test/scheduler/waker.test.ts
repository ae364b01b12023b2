import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '#ports/log.ts';
import { Waker, type WakerParts } from '#scheduler/waker.ts';

const START = Date.parse('2023-03-14T12:29:55Z');
const SECOND = 1_000;

/** Live time as the fake timers tell it. */
const clock: WakerParts['clock'] = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

function setUp(run?: WakerParts['runDue']) {
  const ran: number[] = [];
  const due: { next: number | undefined } = { next: undefined };
  const log = { info: vi.fn<Log['info']>(), warn: vi.fn<Log['warn']>(), error: vi.fn<Log['error']>() };
  const waker = new Waker({
    clock,
    log,
    ledger: { nextWorkAt: async () => due.next },
    runDue: async (now, signal) => {
      ran.push((now - START) / SECOND);
      await run?.(now, signal);
    },
  });
  return { waker, ran, due, log };
}

describe('Waker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('wakes at once, and then every ten seconds of the clock', async () => {
    const { waker, ran } = setUp();
    waker.start();
    await vi.advanceTimersByTimeAsync(26 * SECOND);
    expect(ran).toEqual([0, 5, 15, 25]);
    await waker.stop();
  });

  it('wakes at the very instant of what is due before the next beat', async () => {
    const { waker, ran, due } = setUp();
    due.next = START + 7 * SECOND;
    waker.start();
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(ran).toEqual([0]);
    await vi.advanceTimersByTimeAsync(SECOND);
    due.next = undefined;
    expect(ran).toEqual([0, 7]);
    await waker.stop();
  });

  it('never lets two rounds overlap', async () => {
    let release = (): void => undefined;
    const { waker, ran } = setUp(() => new Promise((resolve) => (release = () => resolve(undefined))));
    waker.start();
    await vi.advanceTimersByTimeAsync(40 * SECOND);
    expect(ran).toEqual([0]);
    release();
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(ran).toEqual([0, 45]);
    release();
    await waker.stop();
  });

  it('logs a round that failed, and wakes again', async () => {
    const { waker, ran, log } = setUp(() => Promise.reject(new Error('disk full')));
    waker.start();
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(log.error).toHaveBeenCalledTimes(2);
    expect(ran).toEqual([0, 5]);
    await waker.stop();
  });

  it.each([
    ['forward', 3_600],
    ['back', -3_600],
  ])('goes on within a minute when the clock is set %s an hour', async (_where, seconds) => {
    const { waker, ran } = setUp();
    waker.start();
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    vi.setSystemTime(START + seconds * SECOND);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    const since = ran.filter((second) => (seconds > 0 ? second >= seconds : second < 0));
    expect(since.length).toBeGreaterThanOrEqual(2);
    await waker.stop();
  });

  it('waits for the round under way when it is stopped, and wakes no more', async () => {
    let ended = false;
    const { waker, ran } = setUp(async (_now, signal) => {
      await clock.wait(60 * SECOND, signal);
      ended = true;
    });
    waker.start();
    await vi.advanceTimersByTimeAsync(SECOND);
    await waker.stop();
    expect(ended).toBe(true);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(ran).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may be started and stopped twice, at once, and again', async () => {
    const { waker, ran } = setUp();
    await waker.stop();
    waker.start();
    waker.start();
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(ran).toEqual([0, 5]);
    await Promise.all([waker.stop(), waker.stop()]);
    waker.start();
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(ran).toEqual([0, 5, 6, 15]);
    await waker.stop();
  });
});
