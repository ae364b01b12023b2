import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Print } from '#domain/releases/print.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { withManualFigures, withManualForecasts } from '#services/signal/manual-figures.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aPrint, fakePrintSource } from '#test/support/engine/fake-sources.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';
import { aSnapshot } from '#test/support/engine/snapshot.ts';

const { signal } = new AbortController();
const TUESDAY = '2026-12-01';
const NOW = newYorkInstant(TUESDAY, '16:15');
const OUT = newYorkInstant(TUESDAY, '08:30');
const NONE = { headline: {}, core: {}, headlineYearly: {} };

/** A close of Tuesday at which a source had shown the day's CPI, with a consensus of 4. */
function seen(prints: readonly Print[] = [aPrint(TUESDAY)]): Snapshot {
  return {
    ...aSnapshot({ kind: 'official', session: TUESDAY }),
    asOf: NOW,
    prints: prints.map((print) => ({ ...aKnownPrint(), print })),
  };
}

/** A core consensus as somebody typed it in, or a machine read it. */
function typed(consensus: number, otherwise: Partial<CapturedForecasts> = {}): CapturedForecasts {
  return {
    figures: { ...NONE, core: { consensus } },
    source: 'manual',
    server: '1',
    nature: 'survey',
    capturedAt: OUT - 1,
    ...otherwise,
  };
}

type Entries = {
  readonly prints?: readonly Print[];
  readonly forecasts?: readonly CapturedForecasts[];
};

/** What the stewards of server 1 have typed in. */
function deps({ prints = [], forecasts = [] }: Entries) {
  return {
    calendar: CALENDAR,
    prints: fakePrintSource(),
    ledger: {
      manualPrints: async (server: string) => (server === '1' ? prints : []),
      forecasts: async (releaseId: string) => (releaseId === `CPI-${TUESDAY}` ? forecasts : []),
    },
  };
}

const as = (server: string, entries: Entries, snapshot = seen()): Promise<Snapshot> =>
  withManualFigures(deps(entries), server, snapshot, signal);

const core = ({ prints }: Snapshot) => prints[0]?.print.figures.core;

describe('withManualFigures', () => {
  it('gives the very same snapshot where stewards have typed in nothing', async () => {
    const snapshot = seen();
    expect(await as('1', {}, snapshot)).toBe(snapshot);
  });

  it('adds a print that no source has shown, with what it is measured against', async () => {
    const entry = aPrint('2026-11-30', { releaseId: 'PPI-2026-11-30', kind: 'PPI', by: 'ann' });
    const { prints } = await as('1', { prints: [entry] });
    expect(prints.map(({ print }) => print.releaseId)).toEqual(['PPI-2026-11-30', `CPI-${TUESDAY}`]);
    expect(prints[0]).toMatchObject({
      print: { by: 'ann' },
      dayZero: '2026-11-30',
      sessionBefore: '2026-11-27',
      history: [{ date: 'PPI before 2026-11-30' }],
    });
  });

  it('moves nobody else’s ratio', async () => {
    const snapshot = seen([]);
    expect(await as('2', { prints: [aPrint(TUESDAY)], forecasts: [typed(9)] }, snapshot)).toBe(snapshot);
    expect(core(await as('2', { forecasts: [typed(9)] }))).toEqual({ actual: 4, consensus: 4 });
  });

  it('believes a source before a steward, whatever was typed first', async () => {
    const other = { headline: {}, core: { actual: -9 }, headlineYearly: {} };
    const snapshot = seen();
    expect(await as('1', { prints: [aPrint(TUESDAY, { figures: other })] }, snapshot)).toBe(snapshot);
  });

  it('knows of no entry before the instant at which it was typed in', async () => {
    const entry = (receivedAt: number) => aPrint('2026-11-30', { receivedAt });
    expect((await as('1', { prints: [entry(NOW)] })).prints).toHaveLength(2);
    expect((await as('1', { prints: [entry(NOW + 1)] })).prints).toHaveLength(1);
  });

  it('puts prints in the order in which they were received', async () => {
    const [late, early] = [aPrint('2026-11-27', { receivedAt: NOW }), aPrint('2026-11-30')];
    const { prints } = await as('1', { prints: [late, early] });
    expect(prints.map(({ dayZero }) => dayZero)).toEqual(['2026-11-30', '2014-09-17', '2026-11-27']);
  });

  it('adds no print where nobody gives what it is measured against', async () => {
    const { prints: _, ...without } = deps({ prints: [aPrint('2026-11-30')] });
    const snapshot = seen();
    expect(await withManualFigures(without, '1', snapshot, signal)).toBe(snapshot);
  });

  it('lays a steward’s consensus over the one that counts everywhere, and leaves what was published', async () => {
    const snapshot = await as('1', { forecasts: [typed(7)] });
    expect(core(snapshot)).toEqual({ actual: 4, consensus: 7 });
    expect(snapshot.prints[0]?.print).toMatchObject({
      figures: { headline: { actual: 4, consensus: 4 } },
      consensusSource: 'manual, a survey',
    });
  });

  it('names the steward alone where nobody else has forecast', async () => {
    const { consensusSource: _, ...unforeseen } = aPrint(TUESDAY, {
      figures: { ...NONE, core: { actual: 4 } },
    });
    const { prints } = await as('1', { forecasts: [typed(7)] }, seen([unforeseen]));
    expect(prints[0]?.print).toMatchObject({
      figures: { core: { consensus: 7 } },
      consensusSource: 'manual',
    });
  });

  it('leaves every other print of the snapshot as it was', async () => {
    const two = seen([aPrint('2026-11-30'), aPrint(TUESDAY)]);
    const { prints } = await as('1', { forecasts: [typed(7)] }, two);
    expect(prints[0]).toBe(two.prints[0]);
    expect(prints[1]?.print.figures.core).toEqual({ actual: 4, consensus: 7 });
  });
});

describe('withManualForecasts', () => {
  const release = { id: `CPI-${TUESDAY}`, scheduledAt: OUT };
  const general = { figures: { ...NONE, core: { consensus: 4 } }, source: 'a survey' };
  const of = (forecasts: readonly CapturedForecasts[], server = '1') =>
    withManualForecasts(deps({ forecasts }), server, release, general);

  it('counts what was typed in before the release, and nothing from its instant on', async () => {
    expect((await of([typed(7, { capturedAt: OUT - 1 })])).figures.core).toEqual({ consensus: 7 });
    expect(await of([typed(7, { capturedAt: OUT })])).toBe(general);
  });

  it('takes the last entry of a steward who corrects the first', async () => {
    const entries = [typed(7, { capturedAt: OUT - 2 }), typed(6)];
    expect((await of(entries)).figures.core).toEqual({ consensus: 6 });
  });

  it('gives the general ones to a server whose stewards typed in nothing', async () => {
    expect(await of([typed(7)], '2')).toBe(general);
    expect(await of([])).toBe(general);
  });

  it('takes no machine’s forecast for a steward’s', async () => {
    const { server: _, ...machine } = typed(7, { source: 'ForexFactory' });
    expect(await of([machine])).toBe(general);
  });
});
