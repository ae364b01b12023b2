import type { MarketClock } from '#ports/clock.ts';

/** A market clock that stands still until it is moved. */
export interface SteppedClock extends MarketClock {
  /**
   * @param instant - epoch milliseconds (UTC)
   * @throws RangeError if it lies before the present instant: what was seen cannot be unseen
   */
  moveTo(instant: number): void;
}

/** @param start - epoch milliseconds (UTC) */
export function createSteppedClock(start: number): SteppedClock {
  let present = start;
  return {
    now: () => present,

    moveTo(instant) {
      if (!(instant >= present)) {
        throw new RangeError(`the clock stands at ${present} and does not go back to ${instant}`);
      }
      present = instant;
    },
  };
}
