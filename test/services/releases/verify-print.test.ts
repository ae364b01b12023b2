import { describe, expect, it, vi } from 'vitest';
import type { Poll, PrintStatus } from '#domain/releases/poll.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { alertLate } from '#services/releases/alert-late.ts';
import { captureForecasts } from '#services/releases/capture-forecasts.ts';
import { verifyPrint } from '#services/releases/verify-print.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const { signal } = new AbortController();
const { print } = aKnownPrint({ kind: 'CPI', dayZero: '2014-09-17' });
const CPI = releaseOn('CPI', '2014-09-17');
const NOW = print.receivedAt + 1;
const releases = { releases: async () => [CPI] };

function setUp(answer: PrintStatus) {
  const verify = vi.fn<NonNullable<PrintSource['verify']>>().mockResolvedValue(answer);
  const alertDegraded = vi.fn<AlertServices['alertDegraded']>().mockResolvedValue();
  const deps = { releases, prints: { verify }, ledger: { prints: async () => [print] }, alertDegraded };
  return { deps, verify, alertDegraded };
}

const looks = [
  { source: 'BLS', figures: { headline: {}, core: { actual: 0 }, headlineYearly: {} }, at: NOW },
  { source: 'FRED', figures: { headline: {}, core: { actual: 4 }, headlineYearly: {} }, at: NOW },
];

describe('verifyPrint', () => {
  it('is settled once another source shows the same', async () => {
    const { deps, verify, alertDegraded } = setUp({ kind: 'confirmed', looks: [] });
    expect(await verifyPrint(deps, CPI.id, NOW, signal)).toBe('settled');
    expect(verify.mock.calls).toEqual([[CPI, print, signal]]);
    expect(alertDegraded).not.toHaveBeenCalled();
  });

  it('waits while nobody else shows it', async () => {
    const { deps, alertDegraded } = setUp({ kind: 'provisional', looks: [] });
    expect(await verifyPrint(deps, CPI.id, NOW, signal)).toBe('waiting');
    expect(alertDegraded).not.toHaveBeenCalled();
  });

  it('tells servers what each source shows where they disagree, and goes on asking', async () => {
    const { deps, alertDegraded } = setUp({ kind: 'disputed', looks });
    expect(await verifyPrint(deps, CPI.id, NOW, signal)).toBe('waiting');
    expect(alertDegraded.mock.calls).toEqual([
      ['CPI-2014-09-17.disputed', { about: 'print-disputed', release: CPI, looks }, NOW],
    ]);
  });

  it('asks nobody before there is a print, or where there is nobody to ask', async () => {
    const { deps, verify } = setUp({ kind: 'confirmed', looks: [] });
    const early = { ...deps, ledger: { prints: async () => [] } };
    expect(await verifyPrint(early, CPI.id, NOW, signal)).toBe('waiting');
    expect(verify).not.toHaveBeenCalled();
    expect(await verifyPrint({ ...deps, prints: {} }, CPI.id, NOW, signal)).toBe('nobody-else');
  });
});

describe('alertLate', () => {
  async function late(polls: readonly Poll[]) {
    const ledger = await openLedger();
    await ledger.keepPolls(polls);
    const alertServers = vi.fn<AlertServices['alertServers']>().mockResolvedValue();
    await alertLate({ releases, ledger, alertServers }, CPI.id, 30, NOW);
    const [alert, at] = alertServers.mock.calls[0] ?? [];
    return { stored: await ledger.storedReleases(), alert, at };
  }

  const poll = (source: string, saw: Poll['saw'], askedAt: number): Poll => ({
    releaseId: CPI.id,
    kind: 'CPI',
    source,
    askedAt,
    answeredAt: askedAt + 1,
    saw,
  });

  it('stores that it is late, and tells every server for how many minutes', async () => {
    const { stored, alert, at } = await late([]);
    expect(stored).toMatchObject([{ id: CPI.id, status: 'late' }]);
    expect([alert?.id, alert?.kind, at]).toEqual(['CPI-2014-09-17.late-30', 'late', NOW]);
    expect(JSON.parse(JSON.stringify(alert?.content('1')))).toEqual({
      form: 'late',
      release: { ...CPI },
      minutes: 30,
    });
  });

  it('names the sources that did not answer when they were asked last', async () => {
    const { alert } = await late([
      poll('BLS', 'failed', 1),
      poll('FRED', 'failed', 2),
      poll('BLS', 'old', 3),
    ]);
    expect(alert?.content('1')).toMatchObject({ silent: ['FRED'] });
  });
});

describe('captureForecasts', () => {
  it('asks once for what is expected of the release, as of the instant', async () => {
    const consensus = vi.fn<PrintSource['consensus']>().mockResolvedValue(undefined);
    await captureForecasts({ releases, prints: { consensus } }, CPI.id, NOW, signal);
    expect(consensus.mock.calls).toEqual([[CPI, NOW, signal]]);
  });

  it('asks nobody where no source is connected', async () => {
    await expect(captureForecasts({ releases }, CPI.id, NOW, signal)).resolves.toBeUndefined();
  });
});
