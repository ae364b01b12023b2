import { describe, expect, it, vi } from 'vitest';
import type { SourceHealth } from '#domain/health/source-state.ts';
import { alertSilentSources } from '#services/delivery/alert-silent-sources.ts';
import type { AlertServices } from '#services/delivery/index.ts';

const NOW = Date.parse('2024-08-14T06:15:00-04:00');
const HOUR = 3_600_000;

async function told(health: Omit<SourceHealth, 'source' | 'state' | 'nextAt'>, runsFor = 48 * HOUR) {
  const alertDegraded = vi.fn<AlertServices['alertDegraded']>().mockResolvedValue();
  const whole = { source: 'Cboe', state: 'failing', nextAt: NOW, ...health } as const;
  const deps = {
    httpClients: [{ health: async () => whole }],
    alertDegraded,
    about: { startedAt: NOW - runsFor },
  };
  await alertSilentSources(deps, NOW);
  return alertDegraded.mock.calls.map(([name, degradation]) => [name, degradation] as const);
}

const failure = (hoursAgo: number) =>
  ({ at: NOW - hoursAgo * HOUR, kind: 'unavailable', words: 'HTTP 503' }) as const;

describe('alertSilentSources', () => {
  it('names a source that has failed for a day, once a day', async () => {
    const lastSuccessAt = NOW - 30 * HOUR;
    expect(await told({ lastSuccessAt, lastFailure: failure(1) })).toEqual([
      [
        'sources.2024-08-14',
        { about: 'silent', sources: [{ source: 'Cboe', since: lastSuccessAt, words: 'HTTP 503' }] },
      ],
    ]);
  });

  it('says nothing of one that answered within a day, or since it failed', async () => {
    expect(await told({ lastSuccessAt: NOW - 23 * HOUR, lastFailure: failure(1) })).toEqual([]);
    expect(await told({ lastSuccessAt: NOW - 30 * HOUR, lastFailure: failure(31) })).toEqual([]);
  });

  it('says nothing of one that was not asked lately', async () => {
    expect(await told({ lastSuccessAt: NOW - 90 * HOUR, lastFailure: failure(40) })).toEqual([]);
  });

  it('waits a day after a start, since nobody asked before', async () => {
    expect(await told({ lastFailure: failure(1) }, HOUR)).toEqual([]);
    expect(await told({ lastFailure: failure(1) }, 25 * HOUR)).toHaveLength(1);
  });
});
