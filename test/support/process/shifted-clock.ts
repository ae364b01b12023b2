import { setTimeout as pause } from 'node:timers/promises';
import type { WallClock } from '#ports/clock.ts';

/** A wall clock that goes as fast as the real one, from another instant on, and can be put forward. */
export type ShiftedClock = WallClock & {
  /** Never back. */
  jumpTo(instant: number): void;
};

export function createShiftedClock(startAt: number): ShiftedClock {
  let begun = performance.now();
  let base = startAt;
  const now = (): number => Math.floor(base + (performance.now() - begun));
  return {
    now,
    async wait(milliseconds, signal) {
      await pause(Math.max(0, milliseconds), undefined, { signal, ref: false }).catch(() => undefined);
    },
    jumpTo(instant) {
      base = Math.max(instant, now());
      begun = performance.now();
    },
  };
}
