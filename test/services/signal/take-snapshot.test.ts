import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { fomcStatements } from '#config/fomc.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { NoLiveSources } from '#domain/problem.ts';
import type { CapturedForecasts } from '#domain/releases/forecast.ts';
import type { Figure, Figures, PastPrint, Print } from '#domain/releases/print.ts';
import { withManualFigures } from '#services/signal/manual-figures.ts';
import { type SnapshotDeps, takeSnapshot } from '#services/signal/take-snapshot.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

const { signal } = new AbortController();
const calendar = exchangeCalendar(exchangeFacts);
const MINUTE = 60_000;
const session = '2014-09-23';
const OFFICIAL = { kind: 'official', session } as const;
const CHECK = { kind: 'check', session, time: '10:30' } as const;
const at = (time: string, day = session): number => newYorkInstant(day, time);

const days = calendar.sessionsBetween('2014-08-01', '2014-09-30');
const daily = (close: number) => ({
  closes: days.map((day) => ({ session: day, close })),
  source: 'a house',
  quality: 'recorded' as const,
});
const printOn = (day: string, releaseId = `CPI-${day}`): Print => ({
  ...aKnownPrint({ dayZero: day }).print,
  releaseId,
});
const PAST: readonly PastPrint[] = [{ date: '2014-08-19', figures: aKnownPrint().print.figures }];

function setUp(otherwise: Partial<SnapshotDeps> = {}, prints: readonly Print[] = []): SnapshotDeps {
  return {
    calendar,
    fomc: fomcStatements,
    ledger: { prints: async () => prints },
    market: {
      source: 'a house',
      history: async () => ({ rut: daily(1119), spx: daily(1982), vix: daily(14.93) }),
      quotes: async () => undefined,
    },
    prints: {
      source: 'BLS',
      pace: 'keyed',
      fetch: async () => undefined,
      consensus: async () => undefined,
      history: async () => PAST,
    },
    ...otherwise,
  };
}

describe('takeSnapshot', () => {
  it('knows at the official evaluation every close up to the session’s own, and none after', async () => {
    const snapshot = await takeSnapshot(setUp(), OFFICIAL, at('16:15'), signal);
    expect(snapshot).toMatchObject({ asOf: at('16:15'), evaluation: OFFICIAL, lastSession: session });
    expect([snapshot.sessions[0], snapshot.sessions.at(-1)]).toEqual(['2014-08-01', session]);
    expect(snapshot.market.rut.closes.at(-1)?.session).toBe(session);
    expect(snapshot.fomc).toEqual({ statement: '2014-09-17', sessionsAway: -4 });
    expect(snapshot.rebalance).toBeDefined();
    expect(snapshot).not.toHaveProperty('quotes');
    expect(snapshot).not.toHaveProperty('context');
  });

  it('knows at a check the closes of the day before, and the session that runs', async () => {
    const snapshot = await takeSnapshot(setUp(), CHECK, at('10:30'), signal);
    expect([snapshot.lastSession, snapshot.sessions.at(-1)]).toEqual(['2014-09-22', session]);
    expect(snapshot.market.spx.closes.at(-1)?.session).toBe('2014-09-22');
  });

  it('takes quotes at a check alone, as long as neither is older than twenty minutes', async () => {
    const quoted = (minutes: number, other = 0, evaluation: typeof CHECK | typeof OFFICIAL = CHECK) => {
      const now = at('10:30');
      const quote = (age: number) => ({
        price: 1,
        at: now - age * MINUTE,
        source: 'a',
        quality: 'live' as const,
      });
      const market = {
        source: 'a house',
        history: async () => ({ rut: daily(1119), spx: daily(1982), vix: daily(14.93) }),
        quotes: async () => ({ rut: quote(minutes), spx: quote(other) }),
      };
      return takeSnapshot(setUp({ market }), evaluation, now, signal).then(
        ({ quotes }) => quotes !== undefined,
      );
    };
    expect([await quoted(20), await quoted(0, 20)]).toEqual([true, true]);
    expect([await quoted(20.01), await quoted(0, 20.01)]).toEqual([false, false]);
    expect(await quoted(0, 0, OFFICIAL)).toBe(false);
  });

  it('carries a print for eleven sessions, with what it is measured against', async () => {
    const ids = async (day: string): Promise<readonly string[]> => {
      const { prints } = await takeSnapshot(setUp({}, [printOn(day)]), OFFICIAL, at('16:15'), signal);
      return prints.map(({ print }) => print.releaseId);
    };
    // Eleven sessions before 2014-09-23 is 2014-09-08, a Monday.
    expect(await ids('2014-09-08')).toEqual(['CPI-2014-09-08']);
    expect(await ids('2014-09-05')).toEqual([]);
    expect(await ids('2014-09-23')).toEqual(['CPI-2014-09-23']);
    expect(await ids('2014-09-24')).toEqual([]);
    const { prints } = await takeSnapshot(setUp({}, [printOn('2014-09-17')]), OFFICIAL, at('16:15'), signal);
    expect(prints).toMatchObject([{ history: PAST, dayZero: '2014-09-17', sessionBefore: '2014-09-16' }]);
    expect(prints[0]).not.toHaveProperty('standing');
  });

  it('says how sources stand to a print, and what yields were, where somebody does', async () => {
    const { prints: source, ...rest } = setUp({}, [printOn('2014-09-17')]);
    const standing = { kind: 'confirmed', looks: [] } as const;
    const deps = { ...rest, ...(source && { prints: { ...source, standing: async () => standing } }) };
    const context = { read: async () => [] };
    const snapshot = await takeSnapshot({ ...deps, context }, OFFICIAL, at('16:15'), signal);
    expect(snapshot.prints[0]?.standing).toEqual(standing);
    expect(snapshot.context).toEqual([]);
  });

  it.each(['market', 'prints'] as const)('has nothing to go by without a source of %s', async (missing) => {
    const { [missing]: _, ...deps } = setUp();
    await expect(takeSnapshot(deps, OFFICIAL, at('16:15'), signal)).rejects.toThrow(NoLiveSources);
  });
});

describe('withManualFigures', () => {
  const SERVER = '7';
  const KNOWN = printOn('2014-09-17');
  const forecasts = (core: number, otherwise: Partial<CapturedForecasts> = {}): CapturedForecasts => ({
    figures: { core: { consensus: core }, headline: {}, headlineYearly: {} },
    source: 'manual',
    server: SERVER,
    nature: 'survey',
    capturedAt: KNOWN.scheduledAt - 1,
    ...otherwise,
  });

  async function seen(
    typed: { readonly forecasts?: readonly CapturedForecasts[]; readonly prints?: readonly Print[] },
    server = SERVER,
  ) {
    const deps = setUp({}, [KNOWN]);
    const snapshot = await takeSnapshot(deps, OFFICIAL, at('16:15'), signal);
    const ledger = {
      forecasts: async () => typed.forecasts ?? [],
      manualPrints: async () => typed.prints ?? [],
    };
    return { snapshot, own: await withManualFigures({ ...deps, ledger }, server, snapshot, signal) };
  }
  const coreOf = ({
    prints,
  }: {
    readonly prints: readonly { readonly print: { readonly figures: Figures } }[];
  }): Figure => prints[0]?.print.figures.core ?? {};

  it('gives back the very snapshot where stewards typed in nothing', async () => {
    const { snapshot, own } = await seen({});
    expect(own).toBe(snapshot);
  });

  it('takes a forecast that its own steward typed in before the release, and no other’s', async () => {
    expect(coreOf((await seen({ forecasts: [forecasts(9)] })).own)).toEqual({ actual: 4, consensus: 9 });
    expect(coreOf((await seen({ forecasts: [forecasts(9, { server: '8' })] })).own).consensus).toBe(4);
    const late = forecasts(9, { capturedAt: KNOWN.scheduledAt });
    expect(coreOf((await seen({ forecasts: [late] })).own).consensus).toBe(4);
    expect(
      coreOf((await seen({ forecasts: [forecasts(9, { source: 'ForexFactory' })] })).own).consensus,
    ).toBe(4);
  });

  it('says whose forecast it was beside the source of the others', async () => {
    const { own } = await seen({ forecasts: [forecasts(9)] });
    expect(own.prints[0]?.print.consensusSource).toContain('manual');
  });

  it('adds figures that were typed in by then, unless a source has the release', async () => {
    const typed = (receivedAt: number, releaseId: string): Print => ({
      ...printOn('2014-09-16', releaseId),
      kind: 'PPI',
      receivedAt,
    });
    const ids = async (print: Print) =>
      (await seen({ prints: [print] })).own.prints.map((known) => known.print.releaseId);
    expect(await ids(typed(at('16:15'), 'PPI-2014-09-16'))).toEqual([KNOWN.releaseId, 'PPI-2014-09-16']);
    expect(await ids(typed(at('16:15') + 1, 'PPI-2014-09-16'))).toEqual([KNOWN.releaseId]);
    expect(await ids(typed(KNOWN.receivedAt - 1, 'PPI-2014-09-16'))).toEqual([
      'PPI-2014-09-16',
      KNOWN.releaseId,
    ]);
    expect(await ids(typed(at('16:15'), KNOWN.releaseId))).toEqual([KNOWN.releaseId]);
  });
});
