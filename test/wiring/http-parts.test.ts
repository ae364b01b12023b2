import { describe, expect, it } from 'vitest';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { DEFAULT_POLICY } from '#adapters/http/client-policy.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { httpParts } from '#wiring/http-parts.ts';
import { thresholds } from '#config/thresholds.ts';
import { BENCH_START, openHttpBench } from '#test/support/http/http-bench.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const TERMS = { ...DEFAULT_POLICY, source: 'rates', hosts: ['data.example.org'], budget: { perDay: 2 } };
const request = { url: 'https://data.example.org/' };
const signal = new AbortController().signal;

describe('httpParts', () => {
  it('says which program asks, and whom to write to', async () => {
    const bench = await openHttpBench(TERMS, BENCH_START);
    const { clock, parts, provider } = bench;
    const surroundings = { ...parts, wallClock: clock };
    expect(httpParts({ CONTACT_EMAIL: 'ann@example.org' }, surroundings).userAgent).toMatch(
      /^VegaSteward\/\d+\.\d+\.\d+ \(ann@example\.org\)$/,
    );
    await provider.stop();
  });

  it('asks the local server instead of everybody where there is one', async () => {
    const bench = await openHttpBench(TERMS, BENCH_START);
    bench.provider.answer = () => ({ body: '{}' });
    const env = { CONTACT_EMAIL: 'ann@example.org', SOURCES_URL: `http://${bench.provider.host}` };
    const http = createHttpClient(TERMS, httpParts(env, { ...bench.parts, wallClock: bench.clock }));
    await http.ask({ url: 'https://data.example.org/rates?day=1' }, signal);
    expect(bench.provider.questions.map(({ url }) => url.pathname + url.search)).toEqual([
      '/data.example.org/rates?day=1',
    ]);
    await bench.provider.stop();
  });

  it('keeps what was spent in the store, over a restart', async () => {
    const bench = await openHttpBench(TERMS, BENCH_START);
    bench.provider.answer = () => ({ body: '{}' });
    const folder = await temporaryFolder();
    for (const leftToday of [1, 0]) {
      const store = await openStore(folder, thresholds);
      const http = createHttpClient(TERMS, { ...bench.parts, ledger: store.ledger });
      await http.ask(request, signal);
      expect(await http.health()).toMatchObject({ leftToday });
      await store.close();
    }
    const store = await openStore(folder, thresholds);
    const http = createHttpClient(TERMS, { ...bench.parts, ledger: store.ledger });
    await expect(http.ask(request, signal)).rejects.toThrow('not answering');
    await store.close();
    expect(bench.provider.questions).toHaveLength(2);
    await bench.provider.stop();
  });
});
