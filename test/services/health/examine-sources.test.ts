import { describe, expect, it } from 'vitest';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { examineSources } from '#services/health/examine-sources.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';

const signal = new AbortController().signal;
const health = async () => ({ source: 'x', state: 'answering', nextAt: 0 }) as const;
const answering = (name: string, ask: NonNullable<SourceProbe['trial']>['ask']): SourceProbe => ({
  name,
  gives: 'closes',
  trial: { ask, health },
});

describe('examineSources', () => {
  it('asks all side by side and waits for none longer than its timeout', async () => {
    const wallClock = createBenchClock([10_000], 0);
    const asked: string[] = [];
    const silent = answering('silent', () => {
      asked.push('silent');
      return new Promise(() => undefined);
    });
    const quick = answering('quick', async () => {
      asked.push('quick');
      queueMicrotask(() => wallClock.expireTimeouts());
      return { day: '2026-11-27' };
    });
    const found = await examineSources([silent, quick], { wallClock }, signal);
    expect(asked).toEqual(['silent', 'quick']);
    expect(found.map(({ outcome }) => outcome)).toEqual([
      { kind: 'late', timeout: 10_000 },
      { kind: 'answered', newest: { day: '2026-11-27' } },
    ]);
  });

  it('says why a source refused, with its causes, and asks nobody without a key', async () => {
    const down = answering('down', () =>
      Promise.reject(new SourceUnavailable('Cboe', { cause: new Error('HTTP 503') })),
    );
    const changed = answering('changed', () => Promise.reject(new SourceChanged('Cboe', 'no column CLOSE')));
    const keyed: SourceProbe = { name: 'keyed', gives: 'breadth', key: 'POLYGON_API_KEY' };
    const told: number[] = [];
    const found = await examineSources(
      [down, changed, keyed],
      { wallClock: createBenchClock([10_000], 0), tell: (done) => told.push(done) },
      signal,
    );
    expect(found).toEqual([
      expect.objectContaining({
        outcome: { kind: 'refused', why: 'unavailable', message: 'Cboe is not answering: HTTP 503' },
      }),
      expect.objectContaining({
        outcome: { kind: 'refused', why: 'changed', message: 'Cboe changed: no column CLOSE' },
      }),
      { name: 'keyed', gives: 'breadth', key: 'POLYGON_API_KEY', outcome: { kind: 'no-key' } },
    ]);
    expect(told).toEqual([0, 1, 2, 3]);
  });

  it('does not hide a mistake of ours behind a source', async () => {
    const broken = answering('broken', () => Promise.reject(new TypeError('ours')));
    const wallClock = createBenchClock([10_000], 0);
    await expect(examineSources([broken], { wallClock }, signal)).rejects.toThrow('ours');
  });
});
