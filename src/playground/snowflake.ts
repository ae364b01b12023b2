/** Where Discord's ids begin to count: 2015-01-01T00:00:00Z, epoch milliseconds. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Ids of an earlier instant would have fewer than 17 digits, which clients do not take for ids. */
const EARLIEST = DISCORD_EPOCH + 365 * 24 * 3_600_000;

const SEQUENCE_BITS = 22n;

/**
 * Ids as Discord gives them: 17 to 19 digits, the time in the upper bits, each greater than the one before.
 *
 * @param now - epoch milliseconds
 * @param last - the greatest id given so far, which all new ones exceed
 */
export function createSnowflakes(now: () => number, last = 0n): () => string {
  let latest = last;
  return () => {
    const ofNow = BigInt(Math.max(Math.trunc(now()), EARLIEST) - DISCORD_EPOCH) << SEQUENCE_BITS;
    latest = ofNow > latest ? ofNow : latest + 1n;
    return latest.toString();
  };
}

/** A time as Discord writes it, such as `2014-09-17T12:30:00.000000+00:00`. */
export function discordTime(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().replace('Z', '000+00:00');
}
