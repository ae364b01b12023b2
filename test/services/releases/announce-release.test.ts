import { describe, expect, it, vi } from 'vitest';
import type { AlertContent } from '#domain/delivery/alert.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Forecasts } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import { announceRelease } from '#services/releases/announce-release.ts';
import { captureForecasts } from '#services/releases/capture-forecasts.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const { signal } = new AbortController();
const CPI = releaseOn('CPI', '2026-12-10');
const NOW = CPI.scheduledAt - 14 * 3_600_000;
const SERVERS = ['1', '2', '3'];

const EXPECTED: Forecasts = {
  figures: { headline: { consensus: 6 }, core: { consensus: 5 }, headlineYearly: {} },
  source: 'ForexFactory',
};
const NOTHING: Forecasts = { figures: { headline: {}, core: {}, headlineYearly: {} } };

const scenario = { rows: [], standDown: [], hasConsensus: true };

/** The evening before a release: what each of three servers is told. */
async function announce(release: Release = CPI, forecasts: (server: string) => Forecasts = () => EXPECTED) {
  const told = new Map<string, AlertContent>();
  const foresee = vi.fn<EvaluationServices['foresee']>(async () => async () => ({
    standing: aDecision(),
    scenario,
  }));
  const ids: string[] = [];
  await announceRelease(
    {
      calendar: CALENDAR,
      releases: { releases: async () => [release] },
      prints: { consensus: async () => EXPECTED },
      foresee,
      withManualForecasts: async (server) => forecasts(server),
      async alertServers({ id, content }) {
        ids.push(id);
        for (const server of SERVERS) {
          told.set(server, await content(server));
        }
      },
    },
    release.id,
    NOW,
    signal,
  );
  return { told, foresee, ids };
}

describe('announceRelease', () => {
  it('tells what is expected in percent, where the signal stands, and when it is looked at', async () => {
    const { told, ids } = await announce();
    expect(ids).toEqual(['CPI-2026-12-10.pre-brief']);
    expect(told.get('1')).toMatchObject({
      form: 'pre-brief',
      consensus: { headline: 0.3, core: 0.25, source: 'ForexFactory' },
      checksAt: ['08:30', '09:45', '10:30', '16:15'].map((time) => Date.parse(`2026-12-10T${time}-05:00`)),
    });
  });

  it('looks at the market once for servers with a consensus and once for those without', async () => {
    const { foresee } = await announce(CPI, (server) => (server === '2' ? NOTHING : EXPECTED));
    expect(foresee.mock.calls.map(([, { hasConsensus }]) => hasConsensus)).toEqual([true, false]);
  });

  it('announces a release that was moved under the name of its new day', async () => {
    const moved = { ...CPI, scheduledAt: Date.parse('2026-12-11T08:30-05:00') };
    expect((await announce(moved)).ids).toEqual(['CPI-2026-12-10.on-2026-12-11.pre-brief']);
  });

  it('names a nowcast as what it is', async () => {
    const nowcast = { figures: { ...NOTHING.figures, core: { consensus: 4 } }, source: 'Cleveland Fed' };
    const { told } = await announce(CPI, () => ({ ...NOTHING, nowcast }));
    expect(told.get('1')).toMatchObject({ consensus: { nowcast: { core: 0.2, source: 'Cleveland Fed' } } });
  });
});

describe('captureForecasts', () => {
  it('asks what is expected of the release, as it stands', async () => {
    const consensus = vi
      .fn<(release: Release, now: number) => Promise<Forecasts>>()
      .mockResolvedValue(EXPECTED);
    const releases = { releases: async () => [CPI] };
    await captureForecasts({ releases, prints: { consensus } }, CPI.id, NOW, signal);
    expect(consensus).toHaveBeenCalledWith(CPI, NOW, signal);
  });

  it('refuses a release that the calendar no longer lists', async () => {
    const releases = { releases: async () => [] };
    const prints = { consensus: async () => EXPECTED };
    await expect(captureForecasts({ releases, prints }, CPI.id, NOW, signal)).rejects.toThrow(SourceChanged);
  });
});
