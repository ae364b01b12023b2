import { beforeEach, describe, expect, it } from 'vitest';
import { changeRelease, type ReleaseChange } from '#domain/releases/release.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Print } from '#domain/releases/print.ts';
import type { ManualPrintLedger, ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const CPI = releaseOn('CPI', '2025-10-15');
const PPI = releaseOn('PPI', '2025-10-16');
const MOVED_TO = Date.parse('2025-10-24T08:30-04:00');

/** The step that a test is about, which the life of a release must have. */
function step(...given: Parameters<typeof changeRelease>): ReleaseChange {
  const change = changeRelease(...given);
  if (!change) {
    throw new Error(`${given[0].status} is never followed by ${given[1].status}`);
  }
  return change;
}

const poll = (askedAt: number, rest: Partial<Poll> = {}): Poll => ({
  releaseId: CPI.id,
  kind: 'CPI',
  source: 'BLS',
  askedAt,
  answeredAt: askedAt + 80,
  saw: 'nothing',
  ...rest,
});

const forecasts = (
  capturedAt: number,
  core: number,
  rest: Partial<CapturedForecasts> = {},
): CapturedForecasts => ({
  figures: { headline: {}, core: { consensus: core }, headlineYearly: {} },
  source: 'ForexFactory',
  nature: 'survey',
  capturedAt,
  ...rest,
});

/** What every ledger of releases must keep, whatever stands behind it. */
export function describeReleaseLedger(
  name: string,
  open: () => Promise<ReleaseLedger & ObservationLedger & ManualPrintLedger>,
): void {
  describe(`${name} as a ledger of releases`, () => {
    let ledger: ReleaseLedger & ObservationLedger & ManualPrintLedger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('gives each release as its last change left it, oldest first', async () => {
      await ledger.changeReleases([
        { release: PPI, at: 1 },
        { release: CPI, at: 1 },
      ]);
      const change = step(CPI, { status: 'moved', scheduledAt: MOVED_TO }, 2);
      expect(await ledger.changeReleases([change])).toEqual([change]);
      expect(await ledger.storedReleases()).toEqual([PPI, change.release]);
      expect(await ledger.releaseChanges(9, CPI.id)).toEqual([change, { release: CPI, at: 1 }]);
    });

    it('counts the same change once', async () => {
      const first = { release: CPI, at: 1 };
      await ledger.changeReleases([first, first]);
      expect(await ledger.changeReleases([{ ...first, at: 5 }])).toEqual([]);
      const again = step(CPI, { status: 'scheduled' }, 2);
      expect(await ledger.changeReleases([again])).toEqual([]);
      expect(await ledger.releaseChanges(9)).toEqual([first]);
    });

    it('leaves out a change that begins where the release does not stand any more', async () => {
      await ledger.changeReleases([{ release: CPI, at: 1 }]);
      await ledger.changeReleases([step(CPI, { status: 'cancelled' }, 2)]);
      expect(await ledger.changeReleases([step(CPI, { status: 'due' }, 3)])).toEqual([]);
      expect((await ledger.storedReleases()).map(({ status }) => status)).toEqual(['cancelled']);
    });

    it('leaves out a change of a release that it does not know', async () => {
      expect(await ledger.changeReleases([step(CPI, { status: 'due' }, 3)])).toEqual([]);
    });

    it('gives the newest changes first, so many', async () => {
      await ledger.changeReleases([
        { release: CPI, at: 1 },
        { release: PPI, at: 1 },
      ]);
      await ledger.changeReleases([step(CPI, { status: 'due' }, 2)]);
      const newest = await ledger.releaseChanges(2);
      expect(newest.map(({ release: { id, status } }) => [id, status])).toEqual([
        [CPI.id, 'due'],
        [PPI.id, 'scheduled'],
      ]);
    });

    it('knows the latest reading of the calendar', async () => {
      const reading = { at: 1, sources: [{ source: 'BLS', listed: 12 }], disagreements: [], refused: [] };
      expect(await ledger.latestReading()).toBeUndefined();
      await ledger.keepReading(reading);
      await ledger.keepReading({ ...reading, at: 2, sources: [{ source: 'BLS', listed: 'no answer' }] });
      expect((await ledger.latestReading())?.at).toBe(2);
    });

    it('keeps every time a source was asked, and finds what it showed last', async () => {
      const old = poll(0, { saw: 'old', referenceMonth: '2025-08', values: 'CUSR0000SA0=323.364' });
      await ledger.keepPolls([poll(-1, { releaseId: PPI.id, kind: 'PPI' }), old, poll(1, { saw: 'failed' })]);
      await ledger.keepPolls([poll(2)]);
      expect((await ledger.polls(CPI.id)).map(({ saw }) => saw)).toEqual(['old', 'failed', 'nothing']);
      expect(await ledger.latestShown('BLS', 'CPI')).toEqual(old);
      expect(await ledger.latestShown('BLS', 'PPI')).toBeUndefined();
      expect(await ledger.latestShown('FRED', 'CPI')).toBeUndefined();
    });

    it('keeps the first figures that a server typed in for a release, for that server alone', async () => {
      const print: Print = {
        releaseId: CPI.id,
        kind: 'CPI',
        referenceMonth: '2025-09',
        figures: { headline: {}, core: { actual: 4 }, headlineYearly: {} },
        scheduledAt: 1,
        releasedAt: 1,
        receivedAt: 2,
        source: 'manual',
        quality: 'manual',
        by: 'ann',
      };
      expect(await ledger.keepManualPrint('1', print)).toBe('kept');
      expect(await ledger.keepManualPrint('1', { ...print, by: 'bob' })).toBe('already');
      expect(await ledger.keepManualPrint('2', { ...print, by: 'cem' })).toBe('kept');
      expect(await ledger.manualPrints('1')).toEqual([print]);
      expect((await ledger.manualPrints('2')).map(({ by }) => by)).toEqual(['cem']);
    });

    it('keeps forecasts each time that they read differently', async () => {
      await ledger.keepForecasts(CPI.id, forecasts(1, 6));
      await ledger.keepForecasts(CPI.id, forecasts(2, 6));
      await ledger.keepForecasts(CPI.id, forecasts(3, 4, { source: 'manual', by: 'ann' }));
      await ledger.keepForecasts(CPI.id, forecasts(4, 8));
      await ledger.keepForecasts(CPI.id, forecasts(5, 6));
      await ledger.keepForecasts(PPI.id, forecasts(6, 6));
      expect((await ledger.forecasts(CPI.id)).map(({ capturedAt }) => capturedAt)).toEqual([1, 3, 4, 5]);
    });
  });
}
