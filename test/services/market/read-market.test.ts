import { describe, expect, it } from 'vitest';
import { NoLiveSources } from '#domain/problem.ts';
import type { ContextName, ContextReading } from '#domain/market/market-context.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { bindMarket } from '#services/market/index.ts';
import { drawMarket } from '#services/market/draw-market.ts';
import { readMarket } from '#services/market/read-market.ts';
import { readTerm } from '#services/market/read-term.ts';
import { workedSources } from '#test/support/book/worked-book.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const ORIGIN = { source: 'FRED', quality: 'delayed', asOf: 1 } as const;

const known = (name: ContextName, value: number): ContextReading => ({
  name,
  reading: { known: true, value, ...ORIGIN },
});
const unknown = (name: ContextName): ContextReading => ({ name, reading: { known: false, reason: 'stale' } });

/** One look at the close at which everything confirms, and whom it was taken for. */
function looking(otherwise: Partial<Snapshot> = {}, settings = someSettings()) {
  const snapshot = { ...official(1), ...otherwise };
  const asked: unknown[] = [];
  return {
    asked,
    async decideNow(server: string, aborted: AbortSignal) {
      asked.push([server, aborted]);
      const decision = decide(snapshot, { memory: memoryAfter(0), settings });
      return { decision, snapshot, settings, market: measureMarket(snapshot) };
    },
  };
}

/** The same close without what the volatility indices beside the VIX say. */
function vixAlone(): Partial<Snapshot> {
  const { rut, spx, vix } = official(1).market;
  return { market: { rut, spx, vix } };
}

describe('readMarket', () => {
  it('looks once, for the server that asks', async () => {
    const look = looking();
    await readMarket(look, '7', signal);
    expect(look.asked).toEqual([['7', signal]]);
  });

  it('shows yields and what capital costs small companies at them', async () => {
    const context = [known('nominalTen', 4.2), known('highYield', 3.1)];
    const { stress, context: shown } = await readMarket(looking({ context }), '1', signal);
    expect(shown).toBe(context);
    // 4.2 % and 3.1 % of spread: a loan costs 7.3 % before tax.
    expect(stress).toBeDefined();
  });

  it.each(['nominalTen', 'highYield'] as const)(
    'guesses no cost of capital where %s is unknown',
    async (name) => {
      const other = name === 'nominalTen' ? known('highYield', 3.1) : known('nominalTen', 4.2);
      const report = await readMarket(looking({ context: [unknown(name), other] }), '1', signal);
      expect(report.context).toHaveLength(2);
      expect(report).not.toHaveProperty('stress');
    },
  );

  it('says that it does not know the term structure, and not that it is flat', async () => {
    const { overview } = await readMarket(looking(vixAlone()), '1', signal);
    expect(overview).toMatchObject({ termShape: 'unknown', termSlope: { known: false } });
    expect(overview.vix).toMatchObject({ known: true, value: 14 });
  });

  it('fails where no market can be looked at', async () => {
    const decideNow = () => Promise.reject(new NoLiveSources());
    await expect(readMarket({ decideNow }, '1', signal)).rejects.toThrow(NoLiveSources);
  });
});

describe('readTerm', () => {
  /** What is drawn of a term structure, and for whom holdings were read. */
  async function term(otherwise: Partial<Snapshot>, watermark?: string, sources = workedHoldings().sources) {
    const read: unknown[] = [];
    const drawn: unknown[] = [];
    const report = await readTerm(
      {
        decideNow: looking(otherwise).decideNow,
        async readHoldings(owner) {
          read.push(owner);
          return { ...workedHoldings(), sources };
        },
        async drawBook(chart) {
          drawn.push(chart);
          return {};
        },
        ...(watermark !== undefined && { watermark }),
      },
      '7',
      signal,
    );
    return { report, read, drawn };
  }

  const noFutures = workedSources({ futures: [], manual: [] });

  it('draws no line through a single point', async () => {
    const { report, drawn } = await term(vixAlone(), undefined, noFutures);
    expect([report.curve.futures.length, report.curve.indices.length]).toEqual([0, 1]);
    expect(drawn).toEqual([undefined]);
    expect(report).not.toHaveProperty('picture');
  });

  it('draws a line through two', async () => {
    const { rut, spx, vix, vix3m } = official(1).market;
    const two = { market: { rut, spx, vix, ...(vix3m && { vix3m }) } };
    const { report, drawn } = await term(two, undefined, noFutures);
    expect(report.curve.indices.map(({ label }) => label)).toEqual(['VIX', 'VIX3M']);
    expect(drawn[0]).toBeDefined();
  });

  it('shows the prices of the server that asks', async () => {
    expect((await term({})).read).toEqual([{ server: '7' }]);
  });

  it('shows the market beside the curve, with the mark of a replay', async () => {
    const { report, drawn } = await term({}, 'RECORDED');
    expect(report).toMatchObject({ watermark: 'RECORDED', decision: { state: 'CAPITULATION' } });
    expect(drawn[0]).toMatchObject({ watermark: 'RECORDED' });
  });

  it('answers in words where the picture failed', async () => {
    const { report } = await term({});
    expect(report.curve.indices.map(({ label }) => label)).toEqual(['VIX9D', 'VIX', 'VIX3M']);
    expect(report).not.toHaveProperty('picture');
  });
});

describe('drawMarket', () => {
  /** The chart that is drawn of one look. */
  async function chartOf(settings = someSettings(), watermark?: string) {
    const drawn: unknown[] = [];
    const charts = {
      async drawSignal(...request: Parameters<typeof dotRenderer.drawSignal>) {
        drawn.push(request);
        return dotRenderer.drawSignal(...request);
      },
    };
    const deps = { ...looking({}, settings), charts, ...(watermark !== undefined && { watermark }) };
    const { account } = await drawMarket(deps, '1', signal);
    return { account, drawn };
  }

  it('draws at the server’s own thresholds, beside the usual averages', async () => {
    const { drawn } = await chartOf(someSettings({ 'trend.period': 30, 'rsi.rutMax': 41 }));
    expect(drawn).toMatchObject([
      [{ averages: [{ period: 20 }, { period: 30 }, { period: 200 }], rsi: { threshold: 41 } }, signal],
    ]);
  });

  it('bears the mark of a replay, on the picture and beside it', async () => {
    const { account, drawn } = await chartOf(someSettings(), 'RECORDED');
    expect(account.watermark).toBe('RECORDED');
    expect(drawn).toMatchObject([[{ watermark: 'RECORDED' }, signal]]);
    expect((await chartOf()).account).not.toHaveProperty('watermark');
  });
});

describe('bindMarket', () => {
  it('answers every question from one look each', async () => {
    const look = looking();
    const services = bindMarket({
      ...look,
      ledger: { manualMarks: async () => [] },
      readHoldings: async () => workedHoldings(),
      drawBook: async () => ({}),
      charts: dotRenderer,
    });
    const { decision } = await services.readMarket('1', signal);
    expect((await services.readTerm('1', signal)).decision).toEqual(decision);
    expect((await services.drawMarket('1', signal)).account.decision).toEqual(decision);
    expect((await services.readContext('1', signal)).decision).toEqual(decision);
    expect(look.asked).toHaveLength(4);
  });
});
