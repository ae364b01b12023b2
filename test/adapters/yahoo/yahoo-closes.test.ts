import { describe, expect, it } from 'vitest';
import { createYahooCloses } from '#adapters/yahoo/yahoo-closes.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);

/** The recorded answers are those of two other symbols; only the name is changed. */
const aapl = fixture('yahoo/aapl-chart.json').replaceAll('"AAPL"', '"^RUT"');
const qqq = fixture('yahoo/qqq-chart.json').replaceAll('"QQQ"', '"^RUT"');

function yahoo(body: string, askedAt = '2024-08-30T21:00:00Z') {
  const diagnostics = recordedDiagnostics();
  const client = fakeHttpClient({ '/v8/finance/chart/': body }, Date.parse(askedAt));
  return { source: createYahooCloses({ client, calendar, diagnostics }), diagnostics, client };
}

describe('createYahooCloses', () => {
  it('reads a bar as the close of the day on which its session opened in New York', async () => {
    const { closes, quality } = await yahoo(qqq).source.closes('RUT', signal);
    expect(closes).toEqual([{ session: '2020-01-02', close: 216.16000366210938 }]);
    expect(quality).toBe('live');
  });

  it('reads a longer answer oldest first, one close a session', async () => {
    const { closes } = await yahoo(aapl).source.closes('RUT', signal);
    expect(closes.map(({ session }) => session)).toEqual(
      calendar.sessionsBetween('2020-08-31', '2020-11-06'),
    );
  });

  it('asks for an index under the name that Yahoo has for it', async () => {
    const { source, client } = yahoo(qqq);
    await source.closes('RUT', signal);
    expect(client.asked[0]?.url).toBe(
      'https://query1.finance.yahoo.com/v8/finance/chart/%5ERUT?range=2y&interval=1d',
    );
  });

  it.each([
    ['2020-01-02T21:14:59Z', 0],
    ['2020-01-02T21:15:00Z', 1],
  ])('at %s has %d closes: the running session has none until it may be used', async (askedAt, count) => {
    const { source } = yahoo(qqq, askedAt);
    const closes = await source.closes('RUT', signal).then(
      (daily) => daily.closes.length,
      () => 0,
    );
    expect(closes).toBe(count);
  });

  it('leaves a hole where a bar has no close', async () => {
    const { closes } = await yahoo(aapl.replace('134.17999267578125', 'null')).source.closes('RUT', signal);
    expect(closes.map(({ session }) => session)).not.toContain('2020-09-01');
    expect(closes).toHaveLength(48);
  });

  it('leaves out a close of 0, and records it', async () => {
    const { source, diagnostics } = yahoo(aapl.replace('134.17999267578125', '0'));
    expect((await source.closes('RUT', signal)).closes).toHaveLength(48);
    expect(diagnostics.recorded).toMatchObject([
      { kind: 'impossible', subject: 'RUT', values: ['2020-09-01: 0'] },
    ]);
  });

  it('leaves out a bar of a day without a session', async () => {
    const holiday = aapl.replace('1598967000,', `${Date.parse('2020-09-07T14:00:00Z') / 1000},`);
    const { closes } = await yahoo(holiday).source.closes('RUT', signal);
    expect(closes.map(({ session }) => session)).not.toContain('2020-09-07');
    expect(closes).toHaveLength(48);
  });

  it('takes the later of two bars of one session', async () => {
    const twice = aapl
      .replace('1598967000,', '1598967000,\n1598990400,')
      .replace('134.17999267578125,', '134.17999267578125,\n135,');
    const { closes } = await yahoo(twice).source.closes('RUT', signal);
    expect(closes[1]).toEqual({ session: '2020-09-01', close: 135 });
  });

  it('calls the closes of a fund a proxy', async () => {
    const { source } = yahoo(qqq.replaceAll('^RUT', 'IWM'));
    expect((await source.closes('IWM', signal)).quality).toBe('proxy');
  });

  it.each([
    ['words instead of a chart', 'Too Many Requests\r\n'],
    ['an error that says so', error('Too Many Requests', 'Rate limited')],
    ['a crumb that it does not know', error('Unauthorized', 'Invalid Crumb')],
  ])('has been asked too often when it answers with %s', async (_, body) => {
    await expect(yahoo(body).source.closes('RUT', signal)).rejects.toThrow(SourceUnavailable);
  });

  it.each([
    ['an unknown symbol', error('Not Found', 'No data found, symbol may be delisted'), /Not Found/],
    ['another symbol', qqq.replace('"symbol": "^RUT"', '"symbol": "^NDX"'), /asked for \^RUT, and got \^NDX/],
    ['bars that do not fit their days', qqq.replace('1577975400', '1577975400, 1578061800'), /2 bars/],
    ['a renamed list', qqq.replace('"indicators"', '"series"'), /indicators/],
    ['a page', '<!DOCTYPE html><html><body>Yahoo</body></html>', /DOCTYPE/],
    [
      'a chart without bars',
      qqq.replace(/"timestamp"[^\]]*\],/s, '').replace(/"close"[^\]]*\],/s, ''),
      /no bar/,
    ],
  ])('refuses %s', async (_, body, detail) => {
    await expect(yahoo(body).source.closes('RUT', signal)).rejects.toThrow(SourceChanged);
    await expect(yahoo(body).source.closes('RUT', signal)).rejects.toThrow(detail);
  });
});

function error(code: string, description: string): string {
  return JSON.stringify({ chart: { result: null, error: { code, description } } });
}
