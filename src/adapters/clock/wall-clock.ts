import { setTimeout } from 'node:timers/promises';
import type { WallClock } from '#ports/clock.ts';

/** The machine's clock. Live, the market's time is the same: whoever needs a `MarketClock` may have it too. */
export function createWallClock(): WallClock {
  return {
    now: () => Date.now(),

    async wait(milliseconds, signal) {
      await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) {
          throw error;
        }
      });
    },
  };
}
