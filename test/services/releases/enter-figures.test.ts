import * as manualFigures from '#services/signal/manual-figures.ts';
import { describe, expect, it, vi } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { Forecasts, Print } from '#domain/releases/print.ts';
import { NoLiveSources, SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import { bind } from '#services/bind.ts';
import { enterConsensus } from '#services/releases/enter-consensus.ts';
import { enterPrint } from '#services/releases/enter-print.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { aSnapshot } from '#test/support/engine/snapshot.ts';

const { signal } = new AbortController();
const CPI = releaseOn('CPI', '2014-09-17');
const HERE = '1';
const ELSEWHERE = '2';
const BEFORE = newYorkInstant('2014-09-16', '12:00');
const AFTER = newYorkInstant('2014-09-17', '09:00');

const FETCHED: Forecasts = {
  figures: { headline: { consensus: 0 }, core: { consensus: 4 }, headlineYearly: {} },
  source: 'ForexFactory',
};

async function setUp(now: number, release: Release = CPI) {
  const ledger = await openLedger();
  const clock = { at: now };
  const prints: PrintSource = {
    source: 'BLS',
    pace: 'keyed',
    fetch: async () => undefined,
    consensus: async () => FETCHED,
    history: async () => [],
  };
  const evaluateServers = vi.fn<EvaluationServices['evaluateServers']>().mockResolvedValue(1);
  const calendar = exchangeCalendar(EXCHANGE_YEARS);
  const manual = {
    withManualFigures: bind(manualFigures.withManualFigures, { calendar, ledger, prints }),
    withManualForecasts: bind(manualFigures.withManualForecasts, { ledger }),
  };
  const parts = {
    calendar,
    ledger,
    prints,
    ...manual,
    evaluateServers,
    releases: { releases: async () => [release] },
    marketClock: { now: () => clock.at },
    settings: {
      read: async () => ({ version: 0, settings: thresholds.defaults, changes: [] }),
    },
  };
  return {
    ledger,
    clock,
    evaluateServers,
    ...manual,
    expect: (figures: object, server = HERE, by = 'ann') =>
      enterConsensus(parts, server, { release: CPI.id, by, figures }, signal),
    type: (figures: object, server = HERE, referenceMonth = '2014-08') =>
      enterPrint(parts, server, { release: CPI.id, by: 'ann', figures, referenceMonth }, signal),
  };
}

describe('enterConsensus', () => {
  it('counts before what machines fetch, for the series that was typed in, and keeps who and when', async () => {
    const { expect: enter } = await setUp(BEFORE);
    const { forecasts, captured } = await enter({ core: 0.3 });
    expect(forecasts.figures).toMatchObject({ core: { consensus: 6 }, headline: { consensus: 0 } });
    expect(forecasts.source).toBe('manual, ForexFactory');
    expect(captured[0]).toMatchObject({ by: 'ann', capturedAt: BEFORE, source: 'manual' });
  });

  it('keeps every entry, and takes the latest', async () => {
    const { expect: enter, clock } = await setUp(BEFORE);
    await enter({ core: 0.3 });
    clock.at += 1;
    const { forecasts, captured } = await enter({ core: 0.25 }, HERE, 'bob');
    expect(forecasts.figures.core.consensus).toBe(5);
    expect(captured.map(({ by }) => by)).toEqual(['bob', 'ann']);
  });

  it('counts in the server of the steward alone', async () => {
    const { expect: enter, withManualForecasts } = await setUp(BEFORE);
    await enter({ core: 0.3 });
    expect(await withManualForecasts(ELSEWHERE, CPI, FETCHED)).toBe(FETCHED);
  });

  it.each([
    ['none at all', {}, 'none'],
    ['one that is finer than figures are', { core: 0.33 }, 'too-fine'],
  ])('refuses %s', async (_words, figures, why) => {
    const { expect: enter, ledger } = await setUp(BEFORE);
    await expect(enter(figures)).rejects.toMatchObject({ code: 'impossible-figure', why });
    expect(await ledger.forecasts(CPI.id)).toEqual([]);
  });

  it('refuses a forecast of what is out by its time', async () => {
    const { expect: enter } = await setUp(CPI.scheduledAt);
    await expect(enter({ core: 0.3 })).rejects.toMatchObject({ code: 'release-not-awaited', why: 'out' });
  });
});

describe('enterPrint', () => {
  it('keeps figures with who and when, and evaluates this server alone', async () => {
    const { type, evaluateServers, ledger } = await setUp(AFTER);
    const { print, isEvaluated } = await type({ core: 0, headline: -0.2 });
    expect(print).toMatchObject({
      figures: { core: { actual: 0, consensus: 4 }, headline: { actual: -4, consensus: 0 } },
      quality: 'manual',
      by: 'ann',
      receivedAt: AFTER,
      consensusSource: 'ForexFactory',
    });
    expect(isEvaluated).toBe(true);
    const evaluation = { kind: 'print', session: '2014-09-17', releaseId: CPI.id };
    expect(evaluateServers.mock.calls).toEqual([[{ evaluation, now: AFTER, only: HERE }, signal]]);
    expect(await ledger.prints(AFTER)).toEqual([]);
  });

  it('refuses a second entry, and figures where a source has shown some', async () => {
    const { type, ledger } = await setUp(AFTER);
    const { print } = await type({ core: 0 });
    await expect(type({ core: 0.1 })).rejects.toMatchObject({ why: 'published' });
    const { by: _, ...fetched } = print;
    await ledger.keepPrint({ ...fetched, quality: 'live' });
    await expect(type({ core: 0.1 }, ELSEWHERE)).rejects.toMatchObject({ why: 'published' });
    expect(await ledger.manualPrints(ELSEWHERE)).toEqual([]);
  });

  it.each([
    ['is not due', BEFORE, CPI, 'ahead'],
    ['was cancelled', AFTER, { ...CPI, status: 'cancelled' } as const, 'withdrawn'],
    ['nobody knows', AFTER, releaseOn('PPI', '2014-09-16'), 'unknown'],
  ])('refuses figures of a release that %s', async (_words, now, release, why) => {
    const { type } = await setUp(now, release);
    await expect(type({ core: 0 })).rejects.toMatchObject({ code: 'release-not-awaited', why });
  });

  it.each(['2014-13', '2014-9', 'Aug2014', '2014-09', '2015-08'])(
    'refuses %s for the month',
    async (month) => {
      const { type, ledger } = await setUp(AFTER);
      await expect(type({ core: 0 }, HERE, month)).rejects.toMatchObject({ why: 'month' });
      expect(await ledger.manualPrints(HERE)).toEqual([]);
    },
  );

  it.each([
    ['no market data are connected', new NoLiveSources()],
    ['a source does not answer', new SourceUnavailable('cboe')],
    ['a source has changed its format', new SourceChanged('cboe', 'no closes')],
  ])('keeps figures while %s, and says that nothing was evaluated', async (_words, problem) => {
    const { type, evaluateServers, ledger } = await setUp(AFTER);
    evaluateServers.mockRejectedValue(problem);
    expect((await type({ core: 0 })).isEvaluated).toBe(false);
    expect(await ledger.manualPrints(HERE)).toHaveLength(1);
  });
});

describe('withManualFigures', () => {
  const evaluation = { kind: 'print', session: '2014-09-17', releaseId: CPI.id } as const;
  const taken = (prints: Snapshot['prints'] = []): Snapshot => ({
    ...aSnapshot(evaluation),
    asOf: AFTER,
    prints,
  });

  it('gives the very same snapshot where nothing was typed in', async () => {
    const { withManualFigures } = await setUp(AFTER);
    const snapshot = taken();
    expect(await withManualFigures(HERE, snapshot, signal)).toBe(snapshot);
  });

  it('adds figures that this server typed in, with what they are measured against', async () => {
    const { withManualFigures, type } = await setUp(AFTER);
    await type({ core: 0 });
    const { prints } = await withManualFigures(HERE, taken(), signal);
    expect(
      prints.map(({ print, dayZero, sessionBefore }) => [print.quality, dayZero, sessionBefore]),
    ).toEqual([['manual', '2014-09-17', '2014-09-16']]);
    expect((await withManualFigures(ELSEWHERE, taken(), signal)).prints).toEqual([]);
  });

  it('lays this server’s consensus over the one that was captured', async () => {
    const { withManualFigures, expect: enter } = await setUp(BEFORE);
    await enter({ core: 0.3 });
    const print: Print = {
      releaseId: CPI.id,
      kind: 'CPI',
      referenceMonth: '2014-08',
      figures: {
        headline: { actual: -4, consensus: 0 },
        core: { actual: 0, consensus: 4 },
        headlineYearly: {},
      },
      scheduledAt: CPI.scheduledAt,
      releasedAt: CPI.scheduledAt,
      receivedAt: CPI.scheduledAt,
      source: 'BLS',
      consensusSource: 'ForexFactory',
      quality: 'live',
    };
    const known = { print, history: [], dayZero: '2014-09-17', sessionBefore: '2014-09-16' };
    const { prints } = await withManualFigures(HERE, taken([known]), signal);
    expect(prints[0]?.print).toEqual({
      ...print,
      figures: { ...print.figures, core: { actual: 0, consensus: 6 } },
      consensusSource: 'manual, ForexFactory',
    });
  });
});
