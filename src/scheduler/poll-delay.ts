const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * How long to wait before figures that are not out are asked for again: every 2 s for a minute, every 5 s to the
 * third, every minute to the thirtieth, then every hour.
 *
 * The instants of asking are fixed, so that neither a slow answer nor a late start shifts them.
 *
 * @param elapsed - milliseconds since the instant of the release, not negative
 * @returns milliseconds, more than 0
 */
export function pollDelay(elapsed: number): number {
  if (elapsed < MINUTE) {
    return untilNext(elapsed, 2 * SECOND);
  }
  if (elapsed < 3 * MINUTE) {
    return untilNext(elapsed, 5 * SECOND);
  }
  if (elapsed < 30 * MINUTE) {
    return untilNext(elapsed, MINUTE);
  }
  return untilNext(elapsed - 30 * MINUTE, 60 * MINUTE);
}

function untilNext(elapsed: number, every: number): number {
  return every - (elapsed % every);
}
