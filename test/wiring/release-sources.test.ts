import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blsPolicy } from '#adapters/bls/terms.ts';
import { openReleaseSources } from '#wiring/release-sources.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import { fixture } from '#test/support/http/fixture.ts';
import type { Question, Reply } from '#test/support/http/loopback-provider.ts';
import { openHttpBench, type HttpBench } from '#test/support/http/http-bench.ts';

const BODIES: Readonly<Record<string, string>> = {
  'api.bls.gov': fixture('bls/cpi-2024-07.composed.json'),
  'www.bls.gov': fixture('bls/calendar-2023-2024.ics'),
  'nfs.faireconomy.media': fixture('forexfactory/week-2026-07-26.json'),
  'www.clevelandfed.org': fixture('cleveland/nowcast-month.shape-only.json'),
};

const signal = new AbortController().signal;
let bench: HttpBench;

function recorded({ url }: Question): Reply {
  const body = BODIES[url.host];
  return body === undefined ? { status: 404 } : { body };
}

beforeEach(async () => {
  bench = await openHttpBench(blsPolicy(undefined));
  bench.provider.answer = recorded;
});
afterEach(() => bench.provider.stop());

describe('openReleaseSources', () => {
  it('has figures, dates and forecasts without any key', async () => {
    const { figures, dates, consensus, context } = openReleaseSources({ http: bench.parts });
    expect(figures.map(({ source, pace }) => [source, pace])).toEqual([['BLS', 'keyless']]);
    expect(dates.map(({ source, authority }) => [source, authority])).toEqual([
      ['BLS calendar', 'publisher'],
    ]);
    expect(consensus.map(({ source, nature }) => [source, nature])).toEqual([
      ['ForexFactory', 'survey'],
      ['Cleveland Fed', 'nowcast'],
    ]);
    expect(context).toBeUndefined();
    expect((await figures[0]?.look('CPI', signal))?.referenceMonth).toBe('2024-07');
    expect(await dates[0]?.dates(signal)).toHaveLength(48);
  });

  it('has FRED behind them with its key, and asks faster with the key of BLS', () => {
    const sources = openReleaseSources({ http: bench.parts, blsKey: 'one', fredKey: 'two' });
    expect(sources.figures.map(({ source, pace }) => [source, pace])).toEqual([
      ['BLS', 'keyed'],
      ['FRED', 'keyed'],
    ]);
    expect(sources.dates.map(({ authority }) => authority)).toEqual(['publisher', 'mirror']);
    expect(sources.context?.source).toBe('FRED');
  });

  it('tells of each provider how it fares, and one that is down holds up no other', async () => {
    bench.provider.answer = (question) =>
      question.url.host === 'api.bls.gov' ? { status: 503 } : recorded(question);
    const { figures, dates, httpClients } = openReleaseSources({ http: bench.parts });
    await expect(figures[0]?.look('CPI', signal)).rejects.toThrow(SourceUnavailable);
    await dates[0]?.dates(signal);
    const health = await Promise.all(httpClients.map((http) => http.health()));
    expect(health.map(({ source, state, leftToday }) => [source, state, leftToday])).toEqual([
      ['BLS', 'failing', 24],
      ['BLS calendar', 'answering', undefined],
      ['ForexFactory', 'untried', 60],
      ['Cleveland Fed', 'untried', 50],
    ]);
  });

  it('counts an answer that nobody can read as a failure of its source, once', async () => {
    bench.provider.answer = () => ({ body: '{"status":"REQUEST_SUCCEEDED","Results":{}}' });
    const { figures, httpClients } = openReleaseSources({ http: bench.parts });
    await expect(figures[0]?.look('CPI', signal)).rejects.toThrow(SourceChanged);
    expect(await httpClients[0]?.health()).toMatchObject({
      state: 'failing',
      lastSuccessAt: bench.clock.now(),
      lastFailure: { kind: 'changed', words: expect.stringContaining('Results.series') },
    });
    bench.provider.answer = () => ({ status: 404 });
    await expect(figures[0]?.look('CPI', signal)).rejects.toThrow(SourceChanged);
    expect((await bench.parts.ledger.sourceState('BLS')).failuresInRow).toBe(2);
  });
});
