import { LRUCache } from 'lru-cache';
import type { WallClock } from '#ports/clock.ts';

type Ask<Key, Answer> = (key: Key, signal: AbortSignal) => Promise<Answer>;

type CachedAnswer<Answer> = {
  readonly answer: Promise<Answer>;
  /** Epoch milliseconds (UTC), wall clock: when it was asked. */
  readonly askedAt: number;
  /** Of whoever asked first. */
  readonly signal: AbortSignal;
};

/** Answers held at once; the one that was used longest ago goes first. Whoever asks wants a handful of things. */
const MOST = 32;

/**
 * Asks once for everybody who wants the same within a while.
 *
 * A failure is not stored. Somebody who waits for what another has asked, and has given up, asks again.
 *
 * @param lifetime - milliseconds for which an answer serves
 */
export function cachedRequest<Key extends string, Answer>(
  clock: Pick<WallClock, 'now'>,
  lifetime: number,
  ask: Ask<Key, Answer>,
): Ask<Key, Answer> {
  // Ages are told by the clock that is given: the library's own has no wall, and takes 0 for no instant at all.
  const answers = new LRUCache<Key, CachedAnswer<Answer>>({ max: MOST });

  function fresh(key: Key): CachedAnswer<Answer> | undefined {
    const cached = answers.get(key);
    return cached && clock.now() - cached.askedAt < lifetime ? cached : undefined;
  }

  async function begin(key: Key, signal: AbortSignal): Promise<Answer> {
    const cached = { answer: ask(key, signal), askedAt: clock.now(), signal };
    answers.set(key, cached);
    try {
      return await cached.answer;
    } catch (error) {
      if (answers.get(key) === cached) {
        answers.delete(key);
      }
      throw error;
    }
  }

  return async (key, signal) => {
    const cached = fresh(key);
    if (!cached) {
      return begin(key, signal);
    }
    try {
      return await cached.answer;
    } catch (error) {
      if (cached.signal.aborted && !signal.aborted) {
        return begin(key, signal);
      }
      throw error;
    }
  };
}
