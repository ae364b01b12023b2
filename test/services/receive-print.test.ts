import { describe, expect, it, vi } from 'vitest';
import { exchangeCalendar } from '../../src/calendar/exchange-calendar.ts';
import type { Poll } from '../../src/domain/poll.ts';
import type { Figures, Print } from '../../src/domain/print.ts';
import { SourceUnavailable } from '../../src/domain/problem.ts';
import type { Release } from '../../src/domain/release.ts';
import type { PrintSource } from '../../src/ports/print-source.ts';
import type { Announcements } from '../../src/services/announce.ts';
import type { EvaluateServers } from '../../src/services/evaluate-servers.ts';
import { createFollowRelease } from '../../src/services/follow-release.ts';
import { createTimedServices } from '../../src/services/timed-services.ts';
import { exchangeFacts } from '../../config/exchange-calendar.ts';
import { openLedger } from '../support/open-ledger.ts';
import { releaseOn } from '../support/releases.ts';

const { signal } = new AbortController();
const MINUTE = 60_000;

/** The CPI for November 2025, which came on 18 December without a one-month change. */
const CPI = releaseOn('CPI', '2025-12-10', {
  status: 'moved',
  scheduledAt: Date.parse('2025-12-18T08:30-05:00'),
});

const WHOLE: Figures = { headline: { actual: 6 }, core: { actual: 4 }, headlineYearly: { actual: 54 } };
const YEARLY: Figures = { headline: {}, core: {}, headlineYearly: { actual: 54 } };

function printOf(release: Release, figures: Figures): Print {
  return {
    releaseId: release.id,
    kind: release.kind,
    referenceMonth: '2025-11',
    figures,
    scheduledAt: release.scheduledAt,
    releasedAt: release.scheduledAt,
    receivedAt: release.scheduledAt,
    source: 'BLS',
    quality: 'live',
  };
}

async function setUp(release: Release = CPI) {
  const ledger = await openLedger();
  const fetch = vi.fn<PrintSource['fetch']>().mockResolvedValue(undefined);
  const evaluateServers = vi.fn<EvaluateServers>().mockResolvedValue(1);
  const late = vi.fn<Announcements['late']>().mockResolvedValue();
  const silence = async (): Promise<undefined> => undefined;
  const timed = createTimedServices({
    calendar: exchangeCalendar(exchangeFacts),
    releases: { releases: async () => [release] },
    prints: { source: 'BLS', pace: 'keyed', fetch, consensus: silence, history: async () => [] },
    ledger,
    evaluateServers,
    announcements: { preBrief: silence, late, calendar: silence, correction: silence, missed: silence },
    followRelease: createFollowRelease(ledger),
    noteRevision: silence,
    refreshCalendar: silence,
    forgetServers: async () => undefined,
    reviewDecisions: async () => 0,
    rollOffBooks: silence,
    tellHedgeNews: async () => undefined,
  });
  const life = async () =>
    (await ledger.releaseChanges(9, release.id)).toReversed().map((change) => change.release.status);
  return { ledger, fetch, evaluateServers, late, timed, life };
}

describe('receivePrint', () => {
  it('calls a release due while its figures are not there', async () => {
    const { timed, life } = await setUp();
    expect(await timed.receivePrint(CPI.id, CPI.scheduledAt, signal)).toBe('not-out');
    expect(await timed.receivePrint(CPI.id, CPI.scheduledAt + 2_000, signal)).toBe('not-out');
    expect(await life()).toEqual(['moved', 'due']);
  });

  it.each([
    ['whole with a one-month change', WHOLE, 'released'],
    ['in part without one, as for November 2025', YEARLY, 'partial'],
  ] as const)('calls it published %s', async (_words, figures, status) => {
    const { timed, fetch, life, ledger, evaluateServers } = await setUp();
    fetch.mockResolvedValue(printOf(CPI, figures));
    expect(await timed.receivePrint(CPI.id, CPI.scheduledAt, signal)).toBe('received');
    expect(await life()).toEqual(['moved', status]);
    expect((await ledger.storedReleases())[0]?.referenceMonth).toBe('2025-11');
    expect(evaluateServers).toHaveBeenCalledTimes(1);
  });

  it('evaluates figures that it has kept, though no source shows them as new again after a failure', async () => {
    const { timed, fetch, evaluateServers } = await setUp();
    fetch.mockResolvedValueOnce(printOf(CPI, WHOLE));
    evaluateServers.mockRejectedValueOnce(new SourceUnavailable('cboe'));
    await expect(timed.receivePrint(CPI.id, CPI.scheduledAt, signal)).rejects.toThrow(SourceUnavailable);
    expect(await timed.receivePrint(CPI.id, CPI.scheduledAt + 2_000, signal)).toBe('received');
    expect(evaluateServers).toHaveBeenCalledTimes(2);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('stays published when it is received again', async () => {
    const { timed, fetch, life } = await setUp();
    fetch.mockResolvedValue(printOf(CPI, WHOLE));
    await timed.receivePrint(CPI.id, CPI.scheduledAt, signal);
    await timed.receivePrint(CPI.id, CPI.scheduledAt + MINUTE, signal);
    expect(await life()).toEqual(['moved', 'released']);
  });
});

describe('tellLate', () => {
  it('calls the release late, and names sources that did not answer when last asked', async () => {
    const { timed, ledger, late, life } = await setUp();
    const poll = (source: string, saw: Poll['saw']): Poll => ({
      releaseId: CPI.id,
      kind: 'CPI',
      source,
      askedAt: CPI.scheduledAt,
      answeredAt: CPI.scheduledAt,
      saw,
    });
    await ledger.keepPolls([
      poll('BLS', 'old'),
      poll('FRED', 'failed'),
      poll('BLS', 'failed'),
      poll('FRED', 'old'),
    ]);
    await timed.tellLate(CPI.id, 30, CPI.scheduledAt + 30 * MINUTE);
    expect(late.mock.calls[0]?.[1]).toEqual({ minutes: 30, silent: ['BLS'] });
    expect(await life()).toEqual(['moved', 'late']);
  });
});
