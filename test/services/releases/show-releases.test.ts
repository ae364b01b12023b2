import { describe, expect, it } from 'vitest';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Print } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { bind } from '#services/bind.ts';
import { showReleases } from '#services/releases/show-releases.ts';
import { withManualForecasts } from '#services/signal/manual-figures.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const { signal } = new AbortController();
const NOW = Date.parse('2014-09-20T12:00:00Z');
const COMING = Array.from({ length: 8 }, (_, month) => releaseOn('CPI', `2015-0${month + 1}-16`));
const CPI = releaseOn('CPI', '2014-09-17', { status: 'released' });
const KNOWN = aKnownPrint({ kind: 'CPI', dayZero: '2014-09-17', core: { actual: 0, consensus: 4 } });

function printOn(kind: ReleaseKind, dayZero: string): Print {
  return aKnownPrint({ kind, dayZero }).print;
}

async function setUp(settings: Partial<Settings> = {}, watermark?: string) {
  const ledger = await openLedger();
  const deps = {
    calendar: CALENDAR,
    releases: { releases: async () => [CPI, ...COMING] },
    prints: { history: async () => KNOWN.history },
    ledger,
    settings: { read: async () => ({ version: 0, settings: someSettings(settings), changes: [] }) },
    marketClock: { now: () => NOW },
    withManualForecasts: bind(withManualForecasts, { ledger }),
    ...(watermark !== undefined && { watermark }),
  };
  return { ledger, show: () => showReleases(deps, '1', signal) };
}

describe('showReleases', () => {
  it('lists the next six, soonest first, and when the calendar ends', async () => {
    const { show } = await setUp();
    const { next, calendarEndsAt } = await show();
    expect(next.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map((month) => `CPI-2015-0${month}-16`));
    expect(calendarEndsAt).toBe(Date.parse('2015-08-16T12:30:00Z'));
  });

  it('leaves out what was cancelled since the calendar was made', async () => {
    const { show, ledger } = await setUp();
    const [first] = COMING;
    await ledger.changeReleases(first ? [{ release: { ...first, status: 'cancelled' }, at: 1 }] : []);
    expect((await show()).next[0]?.id).toBe('CPI-2015-02-16');
  });

  it('judges the latest print of each report, newest first', async () => {
    const { show, ledger } = await setUp();
    for (const print of [
      printOn('CPI', '2014-08-19'),
      printOn('PPI', '2014-09-16'),
      printOn('CPI', '2014-09-17'),
    ]) {
      await ledger.keepPrint(print);
    }
    const { last } = await show();
    expect(last.map(({ release }) => release.id)).toEqual(['CPI-2014-09-17', 'PPI-2014-09-16']);
    expect(last[0]?.release).toEqual(CPI);
    expect(last[1]?.release).toMatchObject({ status: 'released', source: 'the statistics office' });
  });

  it('judges by the server’s own thresholds', async () => {
    const classOf = async (settings: Partial<Settings>): Promise<unknown> => {
      const { show, ledger } = await setUp(settings);
      await ledger.keepPrint(KNOWN.print);
      const [latest] = (await show()).last;
      return latest?.reading.classified === true ? latest.reading.class : latest?.reading;
    };
    expect(await classOf({})).toBe('weak');
    expect(await classOf({ 'print.weakZ': -8, 'print.veryWeakZ': -9 })).toBe('in-line');
  });

  it('shows a steward’s figures, with who typed them in, until a source has shown some', async () => {
    const { show, ledger } = await setUp();
    await ledger.keepManualPrint('1', { ...KNOWN.print, quality: 'manual', by: 'ann' });
    await ledger.keepManualPrint('2', { ...printOn('PPI', '2014-09-16'), quality: 'manual', by: 'bob' });
    expect((await show()).last.map(({ by }) => by)).toEqual(['ann']);
    await ledger.keepPrint(KNOWN.print);
    expect((await show()).last.map(({ by }) => by)).toEqual([undefined]);
  });

  it('shows each time that the figures were asked for, and nothing where nobody noted it', async () => {
    const { show, ledger } = await setUp();
    await ledger.keepPrint(KNOWN.print);
    expect((await show()).last[0]).not.toHaveProperty('polls');
    const poll = {
      releaseId: KNOWN.print.releaseId,
      kind: 'CPI',
      source: 'BLS',
      askedAt: 1,
      answeredAt: 2,
      saw: 'old',
    } as const;
    await ledger.keepPolls([poll]);
    expect((await show()).last[0]?.polls).toEqual([poll]);
  });

  it('tells what is expected of coming releases, a steward’s word first, and of no other', async () => {
    const { show, ledger } = await setUp();
    const forecast = (source: string, core: number): CapturedForecasts => ({
      figures: { headline: {}, core: { consensus: core }, headlineYearly: {} },
      source,
      nature: 'survey',
      capturedAt: 1,
    });
    await ledger.keepForecasts('CPI-2015-01-16', forecast('a survey', 4));
    expect((await show()).expected).toEqual({
      'CPI-2015-01-16': expect.objectContaining({ source: 'a survey' }),
    });
    await ledger.keepForecasts('CPI-2015-01-16', { ...forecast('manual', 6), by: 'ann', server: '1' });
    expect((await show()).expected?.['CPI-2015-01-16']?.figures.core.consensus).toBe(6);
  });

  it('knows nothing that was received later, and bears its watermark', async () => {
    const { show, ledger } = await setUp({}, 'RECORDED');
    await ledger.keepPrint(printOn('PPI', '2014-10-15'));
    expect(await show()).toMatchObject({ last: [], watermark: 'RECORDED' });
  });
});
