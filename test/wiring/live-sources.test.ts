import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CBOE_POLICY } from '#adapters/cboe/index.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { type LiveSources, openLiveSources } from '#wiring/live-sources.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { thresholds } from '#config/thresholds.ts';
import { fixture } from '#test/support/http/fixture.ts';
import type { Question, Reply } from '#test/support/http/loopback-provider.ts';
import { marketProvider, recordedRows } from '#test/support/http/market-provider.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';
import { openHttpBench, type HttpBench } from '#test/support/http/http-bench.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);

/** The session before the morning on which the bench stands. */
const LAST = '2024-07-01';

let bench: HttpBench;
let store: Store;
let sources: LiveSources;

beforeEach(async () => {
  bench = await openHttpBench(CBOE_POLICY);
  bench.provider.answer = marketProvider(LAST);
  store = await openStore(await temporaryFolder(), thresholds);
  sources = openLiveSources({ http: bench.parts, calendar, ledger: store.ledger, keys: {} });
});
afterEach(async () => {
  await store.close();
  await bench.provider.stop();
});

const now = (): number => bench.clock.now();
const found = (kind: string): string[] =>
  sources.diagnostics
    .latest()
    .filter((diagnostic) => diagnostic.kind === kind)
    .map(({ subject }) => subject)
    .toSorted();

/** Answers like the market, but for one host. */
function without(host: string, instead: Reply): (question: Question) => Reply {
  const market = marketProvider(LAST);
  return (question) => (question.url.host === host ? instead : market(question));
}

describe('openLiveSources', () => {
  it('reads the market as it was recorded, confirmed by two providers', async () => {
    const history = await sources.parts.market.history(now(), signal);
    const closes = recordedRows(LAST).map(({ session, rut }) => ({ session, close: Number(rut) }));
    expect(history.rut.closes).toEqual(closes);
    expect(history.rut).toMatchObject({ source: 'Cboe', quality: 'live' });
    expect([history.rut, history.spx, history.vix].map(({ standing }) => standing?.kind)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
    expect(history.vix9d?.closes.at(-1)?.session).toBe(LAST);
    expect(history).not.toHaveProperty('rvx');
    expect(found('missing')).toEqual([]);
  });

  it('goes on with Yahoo alone while Cboe is down, provisionally, and tells what it lacks', async () => {
    bench.provider.answer = without('cdn.cboe.com', { status: 500 });
    const history = await sources.parts.market.history(now(), signal);
    expect(history.rut.source).toBe('Yahoo Finance');
    expect(history.rut.standing?.kind).toBe('provisional');
    expect(history).not.toHaveProperty('vix9d');
    expect(found('refused')).toContain('VIX9D');
  });

  it('goes on with Cboe alone while Yahoo shuts it out', async () => {
    bench.provider.answer = without('query1.finance.yahoo.com', { body: 'Too Many Requests\r\n' });
    const history = await sources.parts.market.history(now(), signal);
    expect(history.rut.source).toBe('Cboe');
    expect(found('provisional')).toEqual(['RUT', 'SPX', 'VIX', 'VIX3M', 'VIX9D', 'VVIX']);
  });

  it('takes the close of the day from a quote until the files have it', async () => {
    const file = marketProvider('2024-06-28');
    const market = marketProvider(LAST);
    bench.provider.answer = (question) =>
      question.url.pathname.endsWith('.csv') ? file(question) : market(question);
    const { vix9d } = await sources.parts.market.history(now(), signal);
    expect(vix9d?.closes.at(-1)?.session).toBe(LAST);
    expect(vix9d).toMatchObject({ source: `Cboe; Cboe, delayed from ${LAST}`, quality: 'delayed' });
  });

  it('says so where there is no internet, and values nothing', async () => {
    bench.provider.answer = () => ({ status: 503 });
    await expect(sources.parts.market.history(now(), signal)).rejects.toThrow(SourceUnavailable);
    const marks = await sources.parts.marks.marks(now(), signal);
    expect([marks.spx.known, marks.vix.known, marks.rate.known]).toEqual([false, false, false]);
    expect(marks).toMatchObject({ chains: {}, futures: [], shares: [] });
  });

  it('values with the chain and the last settled curve', async () => {
    const market = marketProvider(LAST);
    bench.provider.answer = (question) => {
      if (question.url.pathname.endsWith('/options/_SPX.json')) {
        return { body: fixture('cboe/SPX-chain.shape-only.json') };
      }
      const isCurve = question.url.host === 'www-api.cboe.com';
      return isCurve ? { body: curveOf(question.url.searchParams.get('dt') ?? '') } : market(question);
    };
    const marks = await sources.parts.marks.marks(now(), signal);
    expect(marks.spx).toMatchObject({ known: true, value: 4697.2402, source: 'Cboe, delayed' });
    expect(marks.vix).toMatchObject({ known: true, source: 'Yahoo Finance' });
    expect(marks.futures).toMatchObject([{ expiry: '2024-07-17', price: 13.4 }]);
  });
});

/** One future, a little dearer each day. */
function curveOf(session: string): string {
  const price = session === LAST ? '13.4000' : '13.3000';
  return `Product,Symbol,Expiration Date,Price\nVX,VX/N4,2024-07-17,${price}\nVXM,VXM/N4,2024-07-17,${price}\n`;
}
