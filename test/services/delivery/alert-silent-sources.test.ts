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

  it('counts 24 hours to the millisecond, of the silence and of the last question', async () => {
    const silentFor = (milliseconds: number) =>
      told({ lastSuccessAt: NOW - milliseconds, lastFailure: failure(1) });
    expect(await silentFor(24 * HOUR - 1)).toEqual([]);
    expect(await silentFor(24 * HOUR)).toHaveLength(1);
    const lastSuccessAt = NOW - 90 * HOUR;
    expect(await told({ lastSuccessAt, lastFailure: failure(24) })).toHaveLength(1);
    const longAgo = { ...failure(24), at: NOW - 24 * HOUR - 1 };
    expect(await told({ lastSuccessAt, lastFailure: longAgo })).toEqual([]);
  });

  it('says nothing of one that never failed, nor where nobody outside is asked', async () => {
    expect(await told({ lastSuccessAt: NOW - 90 * HOUR })).toEqual([]);
    const alertDegraded = vi.fn<AlertServices['alertDegraded']>().mockResolvedValue();
    await alertSilentSources({ alertDegraded, about: { startedAt: 0 } }, NOW);
    expect(alertDegraded).not.toHaveBeenCalled();
  });

  it('names one that never answered without an instant', async () => {
    const [one] = await told({ lastFailure: failure(1) });
    expect(one?.[1]).toEqual({ about: 'silent', sources: [{ source: 'Cboe', words: 'HTTP 503' }] });
  });

  it('names all silent ones in one message, and none that answers', async () => {
    const alertDegraded = vi.fn<AlertServices['alertDegraded']>().mockResolvedValue();
    const client = (source: string, hoursAgo: number) => ({
      health: async () =>
        ({
          source,
          state: 'failing',
          nextAt: 0,
          lastSuccessAt: NOW - hoursAgo * HOUR,
          lastFailure: failure(1),
        }) as const,
    });
    const httpClients = [client('Cboe', 25), client('Yahoo', 2), client('BLS', 30)];
    await alertSilentSources({ httpClients, alertDegraded, about: { startedAt: 0 } }, NOW);
    const told = alertDegraded.mock.calls.map(([, degradation]) => degradation);
    expect(told).toMatchObject([{ sources: [{ source: 'Cboe' }, { source: 'BLS' }] }]);
  });
});
