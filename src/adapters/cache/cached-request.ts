import type { WallClock } from '#ports/clock.ts';

type Ask<Key, Answer> = (key: Key, signal: AbortSignal) => Promise<Answer>;

type Kept<Answer> = {
  readonly answer: Promise<Answer>;
  /** Epoch milliseconds (UTC), wall clock: when it was asked. */
  readonly askedAt: number;
  /** Of whoever asked first. */
  readonly signal: AbortSignal;
};

/**
 * Asks once for everybody who wants the same within a while.
 *
 * A failure is not kept. Somebody who waits for what another has asked, and has given up, asks again.
 *
 * @param lifetime - milliseconds for which an answer serves
 */
export function cachedRequest<Key, Answer>(
  clock: Pick<WallClock, 'now'>,
  lifetime: number,
  ask: Ask<Key, Answer>,
): Ask<Key, Answer> {
  const answers = new Map<Key, Kept<Answer>>();

  function fresh(key: Key): Kept<Answer> | undefined {
    const kept = answers.get(key);
    return kept && clock.now() - kept.askedAt < lifetime ? kept : undefined;
  }

  async function begin(key: Key, signal: AbortSignal): Promise<Answer> {
    const kept = { answer: ask(key, signal), askedAt: clock.now(), signal };
    forgetStale(answers, clock.now() - lifetime);
    answers.set(key, kept);
    try {
      return await kept.answer;
    } catch (error) {
      if (answers.get(key) === kept) {
        answers.delete(key);
      }
      throw error;
    }
  }

  return async (key, signal) => {
    const kept = fresh(key);
    if (!kept) {
      return begin(key, signal);
    }
    try {
      return await kept.answer;
    } catch (error) {
      if (kept.signal.aborted && !signal.aborted) {
        return begin(key, signal);
      }
      throw error;
    }
  };
}

function forgetStale<Key, Answer>(answers: Map<Key, Kept<Answer>>, until: number): void {
  for (const [key, { askedAt }] of answers) {
    if (askedAt <= until) {
      answers.delete(key);
    }
  }
}
