import { describe, expect, it } from 'vitest';
import { createWeb } from '#adapters/http/create-web.ts';
import { USUAL_TERMS } from '#adapters/http/web-terms.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { webParts } from '#wiring/web-parts.ts';
import { thresholds } from '#config/thresholds.ts';
import { BENCH_START, openWebBench } from '#test/support/web/web-bench.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const TERMS = { ...USUAL_TERMS, source: 'rates', hosts: ['data.example.org'], budget: { perDay: 2 } };
const request = { url: 'https://data.example.org/' };
const signal = new AbortController().signal;

describe('webParts', () => {
  it('says which program asks, and whom to write to', async () => {
    const bench = await openWebBench(TERMS, BENCH_START);
    const { clock, parts, provider } = bench;
    const surroundings = { ...parts, wallClock: clock };
    expect(webParts({ CONTACT_EMAIL: 'ann@example.org' }, surroundings).userAgent).toMatch(
      /^VegaSteward\/\d+\.\d+\.\d+ \(ann@example\.org\)$/,
    );
    await provider.stop();
  });

  it('asks the local server instead of everybody where there is one', async () => {
    const bench = await openWebBench(TERMS, BENCH_START);
    bench.provider.answer = () => ({ body: '{}' });
    const env = { CONTACT_EMAIL: 'ann@example.org', SOURCES_URL: `http://${bench.provider.host}` };
    const web = createWeb(TERMS, webParts(env, { ...bench.parts, wallClock: bench.clock }));
    await web.ask({ url: 'https://data.example.org/rates?day=1' }, signal);
    expect(bench.provider.questions.map(({ url }) => url.pathname + url.search)).toEqual([
      '/data.example.org/rates?day=1',
    ]);
    await bench.provider.stop();
  });

  it('keeps what was spent in the store, over a restart', async () => {
    const bench = await openWebBench(TERMS, BENCH_START);
    bench.provider.answer = () => ({ body: '{}' });
    const folder = await temporaryFolder();
    for (const leftToday of [1, 0]) {
      const store = openStore(folder, thresholds);
      const web = createWeb(TERMS, { ...bench.parts, ledger: store.ledger });
      await web.ask(request, signal);
      expect(await web.health()).toMatchObject({ leftToday });
      store.close();
    }
    const store = openStore(folder, thresholds);
    const web = createWeb(TERMS, { ...bench.parts, ledger: store.ledger });
    await expect(web.ask(request, signal)).rejects.toThrow('not answering');
    store.close();
    expect(bench.provider.questions).toHaveLength(2);
    await bench.provider.stop();
  });
});
