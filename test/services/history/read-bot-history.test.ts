import { describe, expect, it, vi } from 'vitest';
import type { History } from '#domain/history/history.ts';
import type { DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { Print } from '#domain/releases/print.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import { readBotHistory, readOnce } from '#services/history/read-bot-history.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

const { signal } = new AbortController();
const NOW = Date.parse('2014-09-24T12:00:00Z');

const printOn = (dayZero: string, source = 'received'): Print => ({
  ...aKnownPrint({ dayZero }).print,
  source,
});

function closes(source: string, ...sessions: readonly string[]): DailyCloses {
  return { closes: sessions.map((session) => ({ session, close: 1 })), source, quality: 'recorded' };
}

const marketOf = (source: string, ...sessions: readonly string[]): MarketHistory => ({
  rut: closes(source, ...sessions),
  spx: closes(source, ...sessions),
  vix: closes(source, ...sessions),
});

const FOLDER: History = {
  prints: [printOn('2014-08-19', 'folder'), printOn('2014-09-17', 'folder')],
  earlier: {
    CPI: [],
    PPI: [{ date: '2009-01-01', figures: { headline: {}, core: {}, headlineYearly: {} } }],
  },
  market: marketOf('folder', '2014-09-18', '2014-09-19'),
  rutSources: [{ from: '2010-01-01', source: 'folder' }],
  futures: [{ session: '2014-09-19', first: 13, second: 14 }],
  statements: [{ day: '2014-09-17', scheduled: true }],
};

type Case = {
  readonly folder?: History;
  readonly prints?: readonly Print[];
  readonly market?: MarketHistory;
};

/** A bot that has received prints and closes itself, with or without a folder. */
function setUp({ folder, prints = [], market }: Case) {
  const asked: unknown[] = [];
  return {
    asked,
    deps: {
      readFolder: async () => folder,
      ledger: { prints: async () => prints },
      ...(market && { market: { history: async () => market } }),
      prints: {
        async history(...query: readonly unknown[]) {
          asked.push(query.slice(0, 2));
          return [];
        },
      },
      fomc: [
        { day: '2014-09-17', scheduled: true },
        { day: '2014-10-29', scheduled: true },
      ],
      calendar: CALENDAR,
      marketClock: { now: () => NOW },
    },
  };
}

const sessionsOf = ({ closes: all }: DailyCloses): readonly string[] => all.map(({ session }) => session);

describe('readBotHistory', () => {
  it('has none without a folder and before the first print', async () => {
    const { deps } = setUp({ market: marketOf('live', '2014-09-22') });
    expect(await readBotHistory(deps, signal)).toBeUndefined();
  });

  it('has none of its own while no market is connected', async () => {
    expect(await readBotHistory(setUp({ prints: [printOn('2014-09-17')] }).deps, signal)).toBeUndefined();
  });

  it('is the folder’s where nothing was received', async () => {
    expect(await readBotHistory(setUp({ folder: FOLDER }).deps, signal)).toEqual({
      history: FOLDER,
      from: 'folder',
    });
  });

  it('is what was received where there is no folder, with what surprises are measured against before it', async () => {
    const prints = [printOn('2014-09-17'), printOn('2014-08-19')];
    const { deps, asked } = setUp({ prints, market: marketOf('live', '2014-09-22') });
    const known = await readBotHistory(deps, signal);
    expect(known?.from).toBe('store');
    expect(known?.history.prints.map(({ releaseId }) => releaseId)).toEqual([
      'CPI-2014-08-19',
      'CPI-2014-09-17',
    ]);
    expect(asked).toEqual([
      ['CPI', Date.parse('2014-09-17T12:30Z')],
      ['PPI', Date.parse('2014-09-17T12:30Z')],
    ]);
  });

  it('knows no close of a session that has not ended', async () => {
    const market = marketOf('live', '2014-09-22', '2014-09-23', '2014-09-24', '2014-09-25');
    const known = await readBotHistory(setUp({ prints: [printOn('2014-09-17')], market }).deps, signal);
    expect(known && sessionsOf(known.history.market.vix)).toEqual(['2014-09-22', '2014-09-23']);
  });

  it('goes on behind the folder with what was received, and never writes over it', async () => {
    const prints = [printOn('2014-09-17'), printOn('2014-09-23')];
    const market = marketOf('live', '2014-09-19', '2014-09-22', '2014-09-23');
    const known = await readBotHistory(setUp({ folder: FOLDER, prints, market }).deps, signal);
    const rows = ['2014-09-18', '2014-09-19', '2014-09-22', '2014-09-23'].map((session) => ({
      session,
      close: 1,
    }));
    const series = { closes: rows, source: 'folder', quality: 'recorded' };
    expect(known).toEqual({
      from: 'both',
      history: {
        ...FOLDER,
        prints: [...FOLDER.prints, prints[1]],
        market: { rut: series, spx: series, vix: series },
        statements: [...FOLDER.statements, { day: '2014-10-29', scheduled: true }],
      },
    });
  });

  it('goes on with a series that both have, and leaves out one that only was received', async () => {
    const folder: History = {
      ...FOLDER,
      market: { ...FOLDER.market, vix3m: closes('folder', '2014-09-19') },
    };
    const market = {
      ...marketOf('live', '2014-09-22'),
      vix3m: closes('live', '2014-09-22'),
      vix9d: closes('live', '2014-09-22'),
    };
    const known = await readBotHistory(
      setUp({ folder, prints: [printOn('2014-09-17')], market }).deps,
      signal,
    );
    expect(known?.history.market.vix3m && sessionsOf(known.history.market.vix3m)).toEqual([
      '2014-09-19',
      '2014-09-22',
    ]);
    expect(known?.history.market).not.toHaveProperty('vix9d');
  });

  it('has the folder alone while a source does not answer, and fails where there is no folder', async () => {
    const silent = { history: () => Promise.reject(new SourceUnavailable('cboe')) };
    const prints = [printOn('2014-09-17')];
    const known = await readBotHistory({ ...setUp({ folder: FOLDER, prints }).deps, market: silent }, signal);
    expect(known).toEqual({ history: FOLDER, from: 'folder' });
    await expect(readBotHistory({ ...setUp({ prints }).deps, market: silent }, signal)).rejects.toThrow(
      SourceUnavailable,
    );
  });

  it('hides no failure of ours behind a folder', async () => {
    const broken = { history: () => Promise.reject(new TypeError('ours')) };
    const deps = { ...setUp({ folder: FOLDER, prints: [printOn('2014-09-17')] }).deps, market: broken };
    await expect(readBotHistory(deps, signal)).rejects.toThrow('ours');
  });
});

describe('readOnce', () => {
  it('reads a folder once, however often it is asked', async () => {
    const read = vi.fn<() => Promise<History>>().mockResolvedValue(FOLDER);
    const readFolder = readOnce({ read });
    expect([await readFolder(), await readFolder()]).toEqual([FOLDER, FOLDER]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('tries again what failed', async () => {
    const read = vi
      .fn<() => Promise<History>>()
      .mockRejectedValueOnce(new Error('half a file'))
      .mockResolvedValue(FOLDER);
    const readFolder = readOnce({ read });
    await expect(readFolder()).rejects.toThrow('half a file');
    expect(await readFolder()).toBe(FOLDER);
  });

  it('has nothing where no folder is named', async () => {
    expect(await readOnce(undefined)()).toBeUndefined();
  });
});
