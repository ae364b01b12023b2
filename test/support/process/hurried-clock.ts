import type { WallClock } from '#ports/clock.ts';

/** A wall clock on which waiting takes no time: what was to be waited for is past at once. */
export type HurriedClock = WallClock & {
  /** Milliseconds that somebody asked to wait, oldest first. */
  readonly waits: readonly number[];
};

export function createHurriedClock(): HurriedClock {
  const waits: number[] = [];
  let skipped = 0;
  return {
    waits,
    now: () => Date.now() + skipped,
    async wait(milliseconds) {
      waits.push(milliseconds);
      skipped += milliseconds;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    },
  };
}
