import { describe, expect, it, vi } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Figures, Print } from '#domain/releases/print.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Release } from '#domain/releases/release.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { bindReleaseDay } from '#services/releases/index.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

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
  const verify = vi.fn<NonNullable<PrintSource['verify']>>();
  const evaluateServers = vi.fn<EvaluationServices['evaluateServers']>().mockResolvedValue(1);
  const alertServers = vi.fn<AlertServices['alertServers']>().mockResolvedValue();
  const alertDegraded = vi.fn<AlertServices['alertDegraded']>().mockResolvedValue();
  const timed = bindReleaseDay({
    calendar: exchangeCalendar(exchangeFacts),
    releases: { releases: async () => [release] },
    prints: { fetch, verify, consensus: () => Promise.reject(new Error('nobody asks for it here')) },
    ledger,
    evaluateServers,
    alertServers,
    alertDegraded,
    alertOnOutage,
    foresee: () => Promise.reject(new Error('nothing is foreseen here')),
    withManualForecasts: async (_server, _release, general) => general,
  });
  const life = async () =>
    (await ledger.releaseChanges(9, release.id)).toReversed().map((change) => change.release.status);
  return { ledger, fetch, verify, evaluateServers, alertDegraded, alertServers, timed, life };
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

  it('evaluates at the instant at which the figures were seen, not at that of asking for them', async () => {
    // A card said "no print in its window" because the figures came 40 ms after the work had begun.
    const { timed, fetch, evaluateServers } = await setUp();
    fetch.mockResolvedValue({ ...printOf(CPI, WHOLE), receivedAt: CPI.scheduledAt + 40 });
    await timed.receivePrint(CPI.id, CPI.scheduledAt, signal);
    expect(evaluateServers.mock.calls.map(([{ now }]) => now)).toEqual([CPI.scheduledAt + 40]);
  });

  it('stays published when it is received again', async () => {
    const { timed, fetch, life } = await setUp();
    fetch.mockResolvedValue(printOf(CPI, WHOLE));
    await timed.receivePrint(CPI.id, CPI.scheduledAt, signal);
    await timed.receivePrint(CPI.id, CPI.scheduledAt + MINUTE, signal);
    expect(await life()).toEqual(['moved', 'released']);
  });
});

describe('receivePrint, where nobody gives closes', () => {
  it('says once that figures are there, keeps them, and judges them as soon as it can', async () => {
    const { timed, fetch, ledger, evaluateServers, alertDegraded } = await setUp();
    fetch.mockResolvedValueOnce(printOf(CPI, WHOLE));
    evaluateServers.mockRejectedValueOnce(new SourceUnavailable('Cboe'));
    await expect(timed.receivePrint(CPI.id, CPI.scheduledAt, signal)).rejects.toThrow(SourceUnavailable);
    expect(await ledger.prints(CPI.scheduledAt)).toHaveLength(1);
    expect(alertDegraded.mock.calls.map(([name, { about }]) => [name, about])).toEqual([
      [`${CPI.id}.print`, 'print-unjudged'],
    ]);
    // Every source shows what is known by now, and nobody has to show it again.
    expect(await timed.receivePrint(CPI.id, CPI.scheduledAt + MINUTE, signal)).toBe('received');
    expect(evaluateServers).toHaveBeenCalledTimes(2);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('verifyPrint', () => {
  const looks = [{ source: 'BLS', figures: WHOLE, at: CPI.scheduledAt }];

  it('waits for another source, tells of one that disagrees, and ends when one agrees', async () => {
    const { timed, fetch, verify, alertDegraded } = await setUp();
    expect(await timed.verifyPrint(CPI.id, CPI.scheduledAt, signal)).toBe('waiting');
    fetch.mockResolvedValueOnce(printOf(CPI, WHOLE));
    await timed.receivePrint(CPI.id, CPI.scheduledAt, signal);
    verify.mockResolvedValueOnce({ kind: 'disputed', looks });
    expect(await timed.verifyPrint(CPI.id, CPI.scheduledAt + MINUTE, signal)).toBe('waiting');
    expect(alertDegraded.mock.calls.map(([name]) => name)).toEqual([`${CPI.id}.disputed`]);
    verify.mockResolvedValueOnce({ kind: 'confirmed', looks });
    expect(await timed.verifyPrint(CPI.id, CPI.scheduledAt + 2 * MINUTE, signal)).toBe('settled');
    expect(alertDegraded).toHaveBeenCalledTimes(1);
  });
});

describe('alertLate', () => {
  it('calls the release late, and names sources that did not answer when last asked', async () => {
    const { timed, ledger, alertServers, life } = await setUp();
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
    await timed.alertLate(CPI.id, 30, CPI.scheduledAt + 30 * MINUTE);
    const [message] = alertServers.mock.calls[0] ?? [];
    expect(message).toMatchObject({ id: `${CPI.id}.late-30`, kind: 'late' });
    expect(await message?.content('1')).toMatchObject({ form: 'late', minutes: 30, silent: ['BLS'] });
    expect(await life()).toEqual(['moved', 'late']);
  });
});
