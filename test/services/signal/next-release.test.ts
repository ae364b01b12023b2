import { describe, expect, it } from 'vitest';
import type { Release } from '#domain/releases/release.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import { nextRelease } from '#services/signal/next-release.ts';

const signal = AbortSignal.timeout(1_000);
const CLOSE = Date.UTC(2022, 5, 10, 20, 15);

function release(id: string, scheduledAt: number, status: Release['status'] = 'scheduled'): Release {
  return { id, kind: 'PPI', status, scheduledAt, source: 'BLS calendar', quality: 'recorded' };
}

function nextOf(known: readonly Release[]) {
  return nextRelease({ releases: { releases: () => Promise.resolve(known) } }, CLOSE, signal);
}

describe('nextRelease', () => {
  it('is the soonest whose instant is still to come', async () => {
    const known = [
      release('out', CLOSE - 1),
      release('later', CLOSE + 9),
      release('next', CLOSE + 5),
      release('gone', CLOSE + 1, 'cancelled'),
    ];
    expect(await nextOf(known)).toEqual({ kind: 'PPI', scheduledAt: CLOSE + 5 });
  });

  it('is none where the calendar has ended or does not answer', async () => {
    expect(await nextOf([release('out', CLOSE)])).toBeUndefined();
    const releases = { releases: () => Promise.reject(new SourceUnavailable('BLS')) };
    expect(await nextRelease({ releases }, CLOSE, signal)).toBeUndefined();
  });
});
