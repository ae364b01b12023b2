import { describe, expect, it } from 'vitest';
import { createSteppedClock } from '#adapters/clock/stepped-clock.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';

describe('createSteppedClock', () => {
  it('stands still until it is moved', () => {
    const clock = createSteppedClock(100);
    clock.moveTo(250);
    clock.moveTo(250);
    expect([clock.now(), clock.now()]).toEqual([250, 250]);
  });

  it.each([99, Number.NaN])('does not go back, nor to no instant at all: %d', (instant) => {
    const clock = createSteppedClock(100);
    expect(() => clock.moveTo(instant)).toThrow(RangeError);
    expect(clock.now()).toBe(100);
  });
});

describe('createWallClock', () => {
  it('tells epoch milliseconds', () => {
    const before = Date.now();
    const now = createWallClock().now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('stops waiting at once when it is told to, before or after it began', async () => {
    const clock = createWallClock();
    await clock.wait(3_600_000, AbortSignal.abort());
    const stop = new AbortController();
    const waiting = clock.wait(3_600_000, stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('waits', async () => {
    const clock = createWallClock();
    const before = clock.now();
    await clock.wait(5, new AbortController().signal);
    expect(clock.now() - before).toBeGreaterThanOrEqual(4);
  });
});
