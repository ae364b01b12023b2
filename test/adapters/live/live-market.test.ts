import { describe, expect, it } from 'vitest';
import { createLiveMarket } from '#adapters/live/live-market.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { DailyCloses, Quote } from '#domain/market/market.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { BreadthCounts, IndexName, IndexQuotes } from '#ports/sources/market-data.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';
import { supplier } from '#test/support/http/suppliers.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);
const NOW = newYorkInstant('2026-11-25', '16:15');
const SESSIONS = calendar.sessionsBetween('2024-11-01', '2026-11-25');

/** A close a session, up to and with the last one; the level tells the index. */
function series(level: number, until = '2026-11-25', source = 'Cboe'): DailyCloses {
  const closes = SESSIONS.filter((session) => session <= until).map((session, day) => ({
    session,
    close: level + (day % 7),
  }));
  return { closes, source, quality: 'live' };
}

const ALL = { RUT: series(2_400), SPX: series(5_900), VIX: series(15), VIX9D: series(14), VVIX: series(90) };

type Given = Parameters<typeof supplier>[1];

function market(
  cboe: Given,
  yahoo: Given = {},
  others: {
    readonly breadth?: BreadthCounts;
    readonly quotes?: readonly IndexQuotes[];
    readonly wait?: () => Promise<void>;
  } = {},
) {
  const diagnostics = recordedDiagnostics();
  const clock = { at: NOW, now: () => clock.at, wait: others.wait ?? untilAborted };
  const [first, second] = [supplier('Cboe', cboe), supplier('Yahoo', yahoo)];
  const source = createLiveMarket({
    suppliers: [first, second],
    quotes: others.quotes ?? [],
    ...(others.breadth && { breadth: others.breadth }),
    calendar,
    diagnostics,
    wallClock: clock,
  });
  return { source, diagnostics, clock, first, second };
}

function quotesOf(name: string, prices: Partial<Record<IndexName, readonly [number, string]>>): IndexQuotes {
  return {
    source: name,
    quote(index): Promise<Quote | undefined> {
      const [price, time] = prices[index] ?? [];
      const quote = price !== undefined && time !== undefined;
      return quote
        ? Promise.resolve({ price, at: newYorkInstant('2026-11-25', time), source: name, quality: 'delayed' })
        : Promise.resolve(undefined);
    },
  };
}

/** As a wall clock on which the time does not come. */
async function untilAborted(_milliseconds: number, stopped: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  stopped.addEventListener('abort', () => resolve());
  await promise;
}

describe('createLiveMarket', () => {
  it('reads 400 sessions of closes, and no more', async () => {
    const { rut, spx, vix } = await market(ALL).source.history(NOW, signal);
    for (const { closes } of [rut, spx, vix]) {
      expect(closes).toHaveLength(400);
      expect(closes.at(-1)?.session).toBe('2026-11-25');
    }
  });

  it('leaves out what is optional and nobody has, and says so', async () => {
    const { source } = market(ALL);
    const history = await source.history(NOW, signal);
    expect(history).toHaveProperty('vix9d');
    expect(history).not.toHaveProperty('vix3m');
    expect(history).not.toHaveProperty('breadth');
  });

  it('cannot speak without the VIX', async () => {
    const { VIX: _, ...rest } = ALL;
    await expect(market(rest).source.history(NOW, signal)).rejects.toThrow(SourceUnavailable);
  });

  it('asks the next provider when one refuses, and records the refusal', async () => {
    const refused = { ...ALL, RUT: new SourceChanged('Cboe', 'no column RUT') };
    const { source, diagnostics } = market(refused, { RUT: series(2_400, '2026-11-25', 'Yahoo') });
    expect((await source.history(NOW, signal)).rut.source).toBe('Yahoo');
    expect(diagnostics.recorded).toContainEqual({
      kind: 'refused',
      subject: 'RUT',
      source: 'Cboe',
      at: NOW,
      code: 'source-changed',
      detail: 'Cboe changed: no column RUT',
    });
  });

  it('does not wait for a provider that hangs while another has answered', async () => {
    const waiting: (() => void)[] = [];
    const wait = () => new Promise<void>((resolve) => void waiting.push(resolve));
    const { source, diagnostics } = market({ ...ALL, RUT: 'hangs' }, { RUT: series(2_400) }, { wait });
    const asked = source.history(NOW, signal);
    await new Promise(setImmediate);
    waiting.forEach((isOver) => isOver());
    expect((await asked).rut.standing?.kind).toBe('provisional');
    expect(diagnostics.recorded).toContainEqual(
      expect.objectContaining({ kind: 'refused', subject: 'RUT', detail: expect.stringContaining('20 s') }),
    );
  });

  it('does not swallow what nobody foresaw', async () => {
    const { source } = market({ ...ALL, RUT: new TypeError('a bug') });
    await expect(source.history(NOW, signal)).rejects.toThrow(TypeError);
  });

  it('confirms the last close by a second provider, and calls it provisional without one', async () => {
    const { source, diagnostics } = market(ALL, { RUT: series(2_400, '2026-11-25', 'Yahoo') });
    const { rut, spx } = await source.history(NOW, signal);
    expect(rut.standing?.kind).toBe('confirmed');
    expect(spx.standing?.kind).toBe('provisional');
    expect(diagnostics.recorded).toContainEqual(
      expect.objectContaining({ kind: 'confirmed', subject: 'RUT', session: '2026-11-25' }),
    );
  });

  it('tells a session that nobody has', async () => {
    const late = { ...ALL, RUT: series(2_400, '2026-11-24') };
    const { source, diagnostics } = market(late);
    expect((await source.history(NOW, signal)).rut.closes.at(-1)?.session).toBe('2026-11-24');
    expect(diagnostics.recorded).toContainEqual({
      kind: 'missing',
      subject: 'RUT',
      at: NOW,
      sessions: ['2026-11-25'],
    });
  });

  it('lets a fund stand in for an index that nobody has, and labels it', async () => {
    const { RUT: _, ...rest } = ALL;
    const fund = series(240, '2026-11-25', 'Yahoo');
    const { source, diagnostics } = market(rest, { IWM: fund });
    expect((await source.history(NOW, signal)).rut).toMatchObject({
      source: 'Yahoo (IWM)',
      quality: 'proxy',
    });
    expect(diagnostics.recorded).toContainEqual(expect.objectContaining({ kind: 'proxy', fund: 'IWM' }));
  });

  it('leaves out a close that no session can have, and records it', async () => {
    const rut = series(2_400);
    const closes = rut.closes.map((close) =>
      close.session === '2026-11-25' ? { ...close, close: 240 } : close,
    );
    const { source, diagnostics } = market({ ...ALL, RUT: { ...rut, closes } });
    expect((await source.history(NOW, signal)).rut.closes.at(-1)?.session).toBe('2026-11-24');
    expect(diagnostics.recorded).toContainEqual(
      expect.objectContaining({ kind: 'impossible', subject: 'RUT', values: ['2026-11-25: 240'] }),
    );
  });

  it('leaves out days of a file on which the exchanges were closed', async () => {
    const vix = series(15);
    const thanksgiving = { session: '2025-11-27', close: 17 };
    const closes = [...vix.closes, thanksgiving].toSorted((one, other) =>
      one.session < other.session ? -1 : 1,
    );
    const { source } = market({ ...ALL, VIX: { ...vix, closes } });
    expect((await source.history(NOW, signal)).vix.closes).not.toContainEqual(thanksgiving);
  });

  it('asks once for all servers that are evaluated together, and again a minute later', async () => {
    const { source, first, clock } = market(ALL);
    await Promise.all([source.history(NOW, signal), source.history(NOW + 1, signal)]);
    expect(first.asked.filter((index) => index === 'RUT')).toHaveLength(1);
    clock.at += 60_000;
    await source.history(NOW + 60_000, signal);
    expect(first.asked.filter((index) => index === 'RUT')).toHaveLength(2);
  });

  it('does not take what it asked before the close for what is known after it', async () => {
    const { source, first } = market(ALL);
    await source.history(NOW - 1, signal);
    const { rut } = await source.history(NOW, signal);
    expect(first.asked.filter((index) => index === 'RUT')).toHaveLength(2);
    expect(rut.closes.at(-1)?.session).toBe('2026-11-25');
  });

  it('reads breadth where somebody counts it, and goes without where they refuse', async () => {
    const day = { session: '2026-11-25', advances: 900, declines: 1_000, unchanged: 20 };
    const side = { universe: 'Russell 2000', days: [day], source: 'Massive', quality: 'live' as const };
    const counting: BreadthCounts = {
      source: 'Massive',
      breadth: (sessions) =>
        sessions.at(-1) === '2026-11-25'
          ? Promise.resolve({ small: side, large: side })
          : Promise.reject(new RangeError('another session')),
    };
    const refusing = { ...counting, breadth: () => Promise.reject(new SourceUnavailable('Massive')) };
    const counted = await market(ALL, {}, { breadth: counting }).source.history(NOW, signal);
    expect(counted.breadth?.small.days).toEqual([day]);
    const { source, diagnostics } = market(ALL, {}, { breadth: refusing });
    expect(await source.history(NOW, signal)).not.toHaveProperty('breadth');
    expect(diagnostics.recorded).toContainEqual(
      expect.objectContaining({ kind: 'refused', subject: 'breadth', source: 'Massive' }),
    );
  });

  it('does not wait long for breadth', async () => {
    const hanging: BreadthCounts = { source: 'Massive', breadth: () => new Promise(() => {}) };
    const { source, diagnostics } = market(ALL, {}, { breadth: hanging, wait: () => Promise.resolve() });
    expect(await source.history(NOW, signal)).not.toHaveProperty('breadth');
    expect(diagnostics.recorded).toContainEqual(
      expect.objectContaining({
        kind: 'refused',
        subject: 'breadth',
        detail: expect.stringContaining('10 s'),
      }),
    );
  });

  describe('quotes', () => {
    const slow = quotesOf('Cboe', { RUT: [2_390, '10:00'], SPX: [5_880, '10:00'], IWM: [239, '10:00'] });

    it('come both from the source whose older one is newest', async () => {
      const mixed = quotesOf('Yahoo', { RUT: [2_391, '09:50'], SPX: [5_881, '10:14'] });
      const pair = await market(ALL, {}, { quotes: [mixed, slow] }).source.quotes(NOW, signal);
      expect([pair?.rut.source, pair?.spx.source]).toEqual(['Cboe', 'Cboe']);
      const fresh = quotesOf('Yahoo', { RUT: [2_391, '10:14'], SPX: [5_881, '10:14'] });
      const newer = await market(ALL, {}, { quotes: [slow, fresh] }).source.quotes(NOW, signal);
      expect(newer?.rut.price).toBe(2_391);
    });

    it('are nobody’s where no source has both', async () => {
      const half = quotesOf('Yahoo', { SPX: [5_881, '10:14'] });
      expect(await market(ALL, {}, { quotes: [half] }).source.quotes(NOW, signal)).toBeUndefined();
    });

    it('are those of the fund where the closes are', async () => {
      const { RUT: _, ...rest } = ALL;
      const { source } = market({ ...rest, IWM: series(240) }, {}, { quotes: [slow] });
      expect((await source.quotes(NOW, signal))?.rut.price).toBe(239);
    });
  });
});
