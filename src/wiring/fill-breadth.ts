import type { MarketData } from '#ports/sources/market-data.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';

/** Milliseconds between two askings: sources that allow few questions allow so many a minute. */
const PAUSE = 61_000;

/** Askings after a start: five sessions each, and eighty-one are counted. */
const ASKINGS = 20;

type Parts = { readonly market: MarketData; readonly wallClock: WallClock; readonly log: Log };

/** Reads the market once a minute for a while after the start, so that counts are whole before an evaluation needs them. */
export async function fillBreadth({ market, wallClock, log }: Parts, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < ASKINGS && !signal.aborted; attempt++) {
    try {
      await market.history(wallClock.now(), signal);
    } catch (error) {
      log.warn('the market could not be read ahead', { reason: String(error) });
    }
    await wallClock.wait(PAUSE, signal);
  }
}
