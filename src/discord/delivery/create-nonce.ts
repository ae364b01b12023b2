import { createHash } from 'node:crypto';

/** Characters that Discord takes for a nonce. */
const LONGEST = 25;

/**
 * Names messages for Discord so that sending one twice posts it once.
 *
 * @param store - id of the store that keeps the deliveries: two replays of one episode are two runs, and post twice
 * @returns for an alert's key and a channel always the same 25 characters
 */
export function createNonce(store: string): (key: string, channel: string) => string {
  return (key, channel) =>
    createHash('sha256')
      .update(JSON.stringify([store, key, channel]))
      .digest('base64url')
      .slice(0, LONGEST);
}
