import { describe, expect, it } from 'vitest';
import { createProgressMessage } from '#discord/dispatch/progress-message.ts';
import type { View } from '#discord/message/view.ts';
import type { WallClock } from '#ports/clock.ts';

const view = (): View => ({ components: [] });
const { signal } = new AbortController();

/** Time that passes when it is told to; also when nobody waits any more. */
function heldClock(): WallClock & { readonly pauses: number[]; pass(): Promise<void> } {
  const pauses: number[] = [];
  const ends: (() => void)[] = [];
  return {
    pauses,
    now: () => 0,
    wait(milliseconds, stop) {
      const { promise, resolve } = Promise.withResolvers<void>();
      pauses.push(milliseconds);
      ends.push(resolve);
      stop.addEventListener('abort', () => resolve());
      return stop.aborted ? Promise.resolve() : promise;
    },
    async pass() {
      await expect.poll(() => ends.length).toBeGreaterThan(0);
      ends.shift()?.();
    },
  };
}

describe('createProgressMessage', () => {
  it('shows the first view at once and, after a pause, only the latest of those that came meanwhile', async () => {
    const shown: View[] = [];
    const clock = heldClock();
    const progress = createProgressMessage(async (each) => shown.push(each), clock, signal);
    const [first, second, third] = [view(), view(), view()];
    progress.show(first);
    progress.show(second);
    progress.show(third);
    expect(shown).toEqual([first]);

    await clock.pass();
    await expect.poll(() => shown.length).toBe(2);
    expect(shown[1]).toBe(third);
    expect(clock.pauses[0]).toBe(2_000);
    await progress.end();
  });

  it('shows nothing more once it has ended, and ends without waiting for the pause', async () => {
    const shown: View[] = [];
    const progress = createProgressMessage(async (each) => shown.push(each), heldClock(), signal);
    progress.show(view());
    await progress.end();
    progress.show(view());
    await progress.end();

    expect(shown).toHaveLength(1);
  });

  it('is not stopped by a view that could not be shown', async () => {
    const clock = heldClock();
    let tries = 0;
    const progress = createProgressMessage(
      () => {
        tries += 1;
        return Promise.reject(new Error('503'));
      },
      clock,
      signal,
    );
    progress.show(view());
    progress.show(view());
    await clock.pass();

    await expect.poll(() => tries).toBe(2);
    await progress.end();
  });
});
