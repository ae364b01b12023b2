import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { CBOE_POLICY } from '#adapters/cboe/index.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { doctorTable } from '#checkup/doctor-table.ts';
import { judgeCheckup } from '#engine/checkup/judge-checkup.ts';
import { openProviders, type ProviderKeys, providerProbes } from '#wiring/providers.ts';
import type { SourceCheckup } from '#domain/health/checkup.ts';
import { examineSources } from '#services/health/examine-sources.ts';
import { marketProvider } from '#test/support/http/market-provider.ts';
import { openHttpBench, type HttpBench } from '#test/support/http/http-bench.ts';

const calendar = exchangeCalendar(exchangeFacts);
const KEYS = { bls: 'secret-of-bls-1', fred: 'secret-of-fred-2', massive: 'secret-of-massive-3' };

let bench: HttpBench;
beforeEach(async () => {
  bench = await openHttpBench({ ...CBOE_POLICY, timeout: 10_000 });
});
afterEach(() => bench.provider.stop());

async function examine(keys: ProviderKeys = {}): Promise<readonly SourceCheckup[]> {
  const http = { ...bench.parts, mostAttempts: 1 };
  const probes = providerProbes(openProviders({ http, calendar, keys }));
  return examineSources(probes, { wallClock: bench.clock }, new AbortController().signal);
}

const outcomes = (sources: readonly SourceCheckup[]): Record<string, unknown> =>
  Object.fromEntries(sources.map(({ name, outcome }) => [name, outcome]));

describe('every source, asked once', () => {
  it('tells the newest day of those that answer as they should', async () => {
    bench.provider.answer = marketProvider('2024-07-01');
    const found = outcomes(await examine());
    expect(found).toMatchObject({
      'Cboe index files': { kind: 'answered', newest: { day: '2024-07-01' } },
      'Cboe delayed quotes': { kind: 'answered', newest: { at: Date.parse('2024-07-01T20:15:00Z') } },
      'Yahoo Finance': { kind: 'answered', newest: { day: '2024-07-01' } },
      FRED: { kind: 'no-key' },
      Massive: { kind: 'no-key' },
    });
  });

  it('really asks everybody: no source is well that was not asked', async () => {
    bench.provider.answer = () => ({ status: 503 });
    const sources = await examine(KEYS);
    expect(sources.map(({ outcome }) => outcome.kind)).toEqual(sources.map(() => 'refused'));
    // Once each: nobody who waits for the outcome waits for a second attempt. Of Cboe's files there are three.
    expect(bench.provider.questions.map(({ url }) => url.host).toSorted()).toEqual([
      'api.bls.gov',
      'api.massive.com',
      'api.stlouisfed.org',
      'cdn.cboe.com',
      'cdn.cboe.com',
      'cdn.cboe.com',
      'nfs.faireconomy.media',
      'query1.finance.yahoo.com',
      'www-api.cboe.com',
      'www.bls.gov',
      'www.clevelandfed.org',
      'www.ishares.com',
    ]);
  });

  it('takes a page for people for a changed source and shows no key, whatever the answer repeats', async () => {
    bench.provider.answer = ({ url, body }) => ({ body: `<html>${url.href} ${body}</html>` });
    const sources = await examine(KEYS);
    const table = doctorTable(judgeCheckup({ at: bench.clock.now(), machine: [], sources }));
    expect(table).toContain('it sends a page for people where data should be');
    expect(table).not.toContain('No source could be reached');
    expect(JSON.stringify(sources) + table).not.toMatch(/secret-of/);
  });

  it('asks within the budget: the quota goes down by one, and is not exceeded', async () => {
    bench.provider.answer = () => ({ status: 503 });
    const [bls] = await examine();
    expect(bls?.health?.leftToday).toBe(24);
    for (let asked = 1; asked < 25; asked += 1) {
      bench.clock.pass(60_000);
      await examine();
    }
    bench.clock.pass(60_000);
    const questions = bench.provider.questions.length;
    const [again] = await examine();
    expect(again?.health?.leftToday).toBeGreaterThanOrEqual(0);
    expect(again?.outcome.kind).toBe('refused');
    const asked = bench.provider.questions.slice(questions).map(({ url }) => url.host);
    expect(asked.filter((host) => host === 'api.bls.gov').length).toBeLessThanOrEqual(1);
  });
});

describe('doctorTable', () => {
  it('fits 80 columns and says plainly that nothing was reached', async () => {
    bench.provider.answer = () => ({ status: 503 });
    const table = doctorTable(judgeCheckup({ at: bench.clock.now(), machine: [], sources: await examine() }));
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(table).toContain('No source could be reached');
    expect(table).toContain('FRED_API_KEY switches it on');
  });
});
