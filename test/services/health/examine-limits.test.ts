import { describe, expect, it } from 'vitest';
import { SourceUnavailable } from '#domain/problem.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { examineSources } from '#services/health/examine-sources.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';

const { signal } = new AbortController();
const SECOND = 1_000;
type Ask = NonNullable<SourceProbe['trial']>['ask'];

/** A source that is asked so. */
const probe = (name: string, ask: Ask): SourceProbe => ({
  name,
  gives: 'closes',
  trial: { ask, health: async () => ({ source: name, state: 'answering', nextAt: 0 }) },
});

/** An error with so many causes below it, each named by its depth. */
function causes(depth: number, level = 1): Error {
  return new Error(`cause ${level}`, depth > level ? { cause: causes(depth, level + 1) } : {});
}

/** How one source that refuses so is shown. */
async function refusal(error: Error): Promise<unknown> {
  const [checkup] = await examineSources(
    [probe('Cboe', () => Promise.reject(error))],
    { wallClock: createBenchClock([10 * SECOND], 0) },
    signal,
  );
  return checkup?.outcome;
}

describe('a source that is asked', () => {
  it('has ten seconds, is told to stop then, and keeps nobody from an answer', async () => {
    const wallClock = createBenchClock([10 * SECOND], 0);
    const stopped: string[] = [];
    const silent = probe('silent', (aborted) => {
      aborted.addEventListener('abort', () => stopped.push('silent'));
      return new Promise(() => undefined);
    });
    const quick = probe('quick', async () => {
      queueMicrotask(() => wallClock.expireTimeouts());
      return { month: '2026-11' };
    });
    const [late, answered] = await examineSources([silent, quick], { wallClock }, signal);
    expect(late?.outcome).toEqual({ kind: 'late', timeout: 10_000 });
    expect(answered?.outcome).toEqual({ kind: 'answered', newest: { month: '2026-11' } });
    expect(stopped).toEqual(['silent']);
    expect(wallClock.pauses).toEqual([]);
  });

  it('has answered though it has nothing new today', async () => {
    const wallClock = createBenchClock([10 * SECOND], 0);
    const [empty] = await examineSources([probe('empty', async () => undefined)], { wallClock }, signal);
    expect(empty).toEqual({
      name: 'empty',
      gives: 'closes',
      outcome: { kind: 'answered' },
      health: { source: 'empty', state: 'answering', nextAt: 0 },
    });
  });

  it('is shown with the key that gives it more room', async () => {
    const keyed: SourceProbe = { ...probe('BLS', async () => undefined), key: 'BLS_API_KEY' };
    const wallClock = createBenchClock([10 * SECOND], 0);
    expect((await examineSources([keyed], { wallClock }, signal))[0]).toMatchObject({ key: 'BLS_API_KEY' });
  });

  it('is not late where the whole process is to stop, though its time is over at the same moment', async () => {
    const stopping = new AbortController();
    const wallClock = createBenchClock([10 * SECOND], 0);
    const silent = probe('silent', () => {
      queueMicrotask(() => {
        wallClock.expireTimeouts();
        stopping.abort(new Error('stopping'));
      });
      return new Promise(() => undefined);
    });
    await expect(examineSources([silent], { wallClock }, stopping.signal)).rejects.toThrow('stopping');
  });

  it('is not asked to the end where the process is to stop already', async () => {
    const silent = probe('silent', () => new Promise(() => undefined));
    const wallClock = createBenchClock([10 * SECOND], 0);
    const work = examineSources([silent], { wallClock }, AbortSignal.abort(new Error('stopping')));
    await expect(work).rejects.toThrow('stopping');
  });
});

describe('why a source refused', () => {
  it('is told with the failures behind it, four deep', async () => {
    const error = new SourceUnavailable('Cboe', { cause: causes(6) });
    expect(await refusal(error)).toEqual({
      kind: 'refused',
      why: 'unavailable',
      message: 'Cboe is not answering: cause 1: cause 2: cause 3: cause 4',
    });
  });

  it('is told in 200 characters at most', async () => {
    const wordsOf = async (length: number): Promise<string> => {
      const before = 'Cboe is not answering: '.length;
      const error = new SourceUnavailable('Cboe', { cause: new Error('x'.repeat(length - before)) });
      return JSON.stringify(await refusal(error));
    };
    expect(await wordsOf(200)).toMatch(/x"\}$/);
    const clipped = await wordsOf(201);
    expect(clipped).toMatch(/x…"\}$/);
    expect(clipped).toHaveLength((await wordsOf(200)).length);
  });
});
