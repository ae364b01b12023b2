import { SourceUnavailable } from '#domain/problem.ts';
import { withTimeout } from '#domain/with-timeout.ts';
import type { WallClock } from '#ports/clock.ts';

type SourceTimeout = {
  readonly wallClock: Pick<WallClock, 'wait'>;
  readonly milliseconds: number;
  readonly source: string;
};

/**
 * What a source answers in time. What comes too late is not stopped: it may serve whoever asks next.
 *
 * @throws SourceUnavailable where it is late, or what the source throws
 */
export async function awaitSource<Answer>(
  answer: Promise<Answer>,
  { wallClock, milliseconds, source }: SourceTimeout,
): Promise<Answer> {
  const answered = new AbortController();
  const late = new AbortController();
  const deadline = wallClock.wait(milliseconds, answered.signal).then(() => late.abort());
  try {
    return await withTimeout(
      answer,
      late.signal,
      () => new SourceUnavailable(source, { cause: new Error(`no answer within ${milliseconds / 1000} s`) }),
    );
  } finally {
    answered.abort();
    await deadline;
  }
}
