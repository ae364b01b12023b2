import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blsPolicy } from '#adapters/bls/index.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import {
  openProviders,
  providerClients,
  providerProbes,
  type ProviderKeys,
  type Providers,
} from '#wiring/providers.ts';
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

const open = (keys: ProviderKeys = {}): Providers =>
  openProviders({ http: bench.parts, calendar: exchangeCalendar(exchangeFacts), keys });
const names = (providers: Providers): string[] => providerClients(providers).map(({ source }) => source);

describe('openProviders', () => {
  it('has figures, dates and forecasts without any key', async () => {
    const { bls, fred, massive, forexFactory, clevelandFed } = open();
    expect([bls.figures.pace, bls.releaseDates.authority]).toEqual(['keyless', 'publisher']);
    expect([forexFactory.consensus.nature, clevelandFed.consensus.nature]).toEqual(['survey', 'nowcast']);
    expect([fred, massive]).toEqual([undefined, undefined]);
    expect((await bls.figures.look('CPI', signal))?.referenceMonth).toBe('2024-07');
    expect(await bls.releaseDates.dates(signal)).toHaveLength(48);
  });

  it('has FRED behind them with its key, and asks faster with the key of BLS', () => {
    const { bls, fred } = open({ bls: 'one', fred: 'two' });
    expect(bls.figures.pace).toBe('keyed');
    expect([fred?.figures.source, fred?.releaseDates.authority, fred?.context.source]).toEqual([
      'FRED',
      'mirror',
      'FRED',
    ]);
  });

  it('tells of each provider how it fares, and one that is down holds up no other', async () => {
    bench.provider.answer = (question) =>
      question.url.host === 'api.bls.gov' ? { status: 503 } : recorded(question);
    const providers = open();
    await expect(providers.bls.figures.look('CPI', signal)).rejects.toThrow(SourceUnavailable);
    await providers.bls.releaseDates.dates(signal);
    const health = await Promise.all(providerClients(providers).map((client) => client.health()));
    expect(health.map(({ source, state, leftToday }) => [source, state, leftToday])).toEqual([
      ['BLS', 'failing', 24],
      ['BLS calendar', 'answering', undefined],
      ['ForexFactory', 'untried', 60],
      ['Cleveland Fed', 'untried', 50],
      ['Cboe', 'untried', undefined],
      ['Yahoo Finance', 'untried', undefined],
    ]);
  });

  it('asks after the members of funds only where breadth is counted', () => {
    expect(names(open())).not.toContain('iShares');
    expect(names(open({ massive: 'a-key-of-massive' })).slice(-2)).toEqual(['Massive', 'iShares']);
  });

  it('counts an answer that nobody can read as a failure of its source, once', async () => {
    bench.provider.answer = () => ({ body: '{"status":"REQUEST_SUCCEEDED","Results":{}}' });
    const { bls } = open();
    await expect(bls.figures.look('CPI', signal)).rejects.toThrow(SourceChanged);
    expect(await bls.clients[0]?.health()).toMatchObject({
      state: 'failing',
      lastSuccessAt: bench.clock.now(),
      lastFailure: { kind: 'changed', words: expect.stringContaining('Results.series') },
    });
    bench.provider.answer = () => ({ status: 404 });
    await expect(bls.figures.look('CPI', signal)).rejects.toThrow(SourceChanged);
    expect((await bench.parts.ledger.sourceState('BLS')).failuresInRow).toBe(2);
  });

  it('names what a key would switch on, and asks it nothing', () => {
    const untried = providerProbes(open()).filter(({ trial }) => trial === undefined);
    expect(untried.map(({ name, key }) => [name, key])).toEqual([
      ['FRED', 'FRED_API_KEY'],
      ['Massive', 'POLYGON_API_KEY'],
    ]);
  });
});
