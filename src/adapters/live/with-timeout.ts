import { SourceUnavailable } from '#domain/problem.ts';
import type { WallClock } from '#ports/clock.ts';

type Timeout = {
  readonly wallClock: Pick<WallClock, 'wait'>;
  readonly milliseconds: number;
  readonly source: string;
};

/**
 * What is answered in time. What comes too late is not stopped: it may serve whoever asks next.
 *
 * @throws SourceUnavailable where it is late, or what the asking throws
 */
export async function withTimeout<Answer>(
  asking: Promise<Answer>,
  { wallClock, milliseconds, source }: Timeout,
): Promise<Answer> {
  const answered = new AbortController();
  const late = async (): Promise<never> => {
    await wallClock.wait(milliseconds, answered.signal);
    throw new SourceUnavailable(source, { cause: new Error(`no answer within ${milliseconds / 1000} s`) });
  };
  try {
    return await Promise.race([asking, late()]);
  } finally {
    answered.abort();
  }
}
