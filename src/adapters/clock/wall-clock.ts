import { setTimeout } from 'node:timers/promises';
import type { MarketClock, WallClock } from '../../ports/clock.ts';

/** The machine's clock. */
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

/** Live, the market's time is the wall's. */
export function createLiveMarketClock(wallClock: Pick<WallClock, 'now'>): MarketClock {
  return { now: () => wallClock.now() };
}
