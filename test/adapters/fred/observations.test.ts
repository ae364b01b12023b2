import { describe, expect, it } from 'vitest';
import { fredDay } from '#adapters/fred/ask-fred.ts';
import { createFredContext } from '#adapters/fred/fred-context.ts';
import { observations } from '#adapters/fred/observations.ts';
import { fredPolicy } from '#adapters/fred/index.ts';
import { SourceChanged } from '#domain/problem.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const KEY = 'fr3d-k3y';
const SENTIMENT = fixture('fred/umcsent-2016.json');
const STOCKS = fixture('fred/sp500-2015.composed.json');
const NOON = { now: () => Date.UTC(2015, 5, 28, 16) };
const signal = new AbortController().signal;
const sentiment = { series: 'UMCSENT', since: '1952-01-01', vintage: '2016-03-02' };

describeHttpSource('FRED observations', {
  policy: fredPolicy(KEY),
  ask: (client, stop) => observations({ client, clock: NOON, key: KEY }, sentiment, stop),
  body: () => SENTIMENT,
  renamed: (body) => body.replaceAll('"date"', '"day"'),
  wrongVintage: (body) => body.replaceAll('2016-03-02', '2016-04-01'),
});

describeHttpSource('FRED context series', {
  policy: fredPolicy(KEY),
  ask: (client, stop) =>
    createFredContext({ client, clock: NOON, key: KEY }).values('DTWEXBGS', '2014-09-01', stop),
  body: () => STOCKS,
  renamed: (body) => body.replace('"observations"', '"rows"'),
  wrongVintage: (body) => body.replaceAll('2015-06-28', '2015-06-29'),
});

function read(body: string) {
  return observations({ client: answeringHttpClient(body), clock: NOON, key: KEY }, sentiment, signal);
}

describe('observations', () => {
  it('has no value where FRED writes a point', async () => {
    expect(await read(SENTIMENT)).toEqual([
      { day: '1952-11-01' },
      { day: '1953-02-01' },
      { day: '1953-08-01' },
    ]);
  });

  it('asks for the values as they stood on one day', async () => {
    const client = answeringHttpClient(SENTIMENT);
    await observations({ client, clock: NOON, key: KEY }, sentiment, signal);
    expect(client.requests[0]?.url).toBe(
      'https://api.stlouisfed.org/fred/series/observations?series_id=UMCSENT&observation_start=1952-01-01' +
        `&realtime_start=2016-03-02&realtime_end=2016-03-02&sort_order=asc&api_key=${KEY}&file_type=json`,
    );
  });

  it.each([
    [
      'a row of another vintage',
      '"realtime_end": "2016-03-02",\n   "date"',
      '"realtime_end": "9999-12-31",\n   "date"',
    ],
    ['a first day of another vintage', '"realtime_start": "2016-03-02"', '"realtime_start": "2016-03-01"'],
    ['the same day twice', '1953-02-01', '1952-11-01'],
    ['values that are worked out', '"lin"', '"pch"'],
    ['a value that is no number', '"value": "."', '"value": "n/a"'],
    ['days out of order', '1952-11-01', '1953-03-01'],
    ['a day that no calendar has', '1952-11-01', '1952-11-31'],
  ])('refuses %s', async (_, found, instead) => {
    expect(SENTIMENT).toContain(found);
    await expect(read(SENTIMENT.replace(found, instead))).rejects.toThrow(SourceChanged);
  });
});

describe('createFredContext', () => {
  it('gives the values of today oldest first and leaves out days without one', async () => {
    const client = answeringHttpClient(STOCKS.replace('"2000.72"', '"."').replace('"1997.65"', '"-0.12"'));
    const context = createFredContext({ client, clock: NOON, key: KEY });
    expect(await context.values('DFII10', '2014-09-01', signal)).toEqual({
      values: [
        { day: '2014-09-02', value: 2002.28 },
        { day: '2014-09-04', value: -0.12 },
        { day: '2014-09-05', value: 2007.71 },
      ],
      source: 'FRED',
      quality: 'live',
    });
  });
});

describe('fredDay', () => {
  it('changes an hour after the day in New York, in winter and in summer', () => {
    expect(fredDay(Date.UTC(2024, 0, 11, 5, 30))).toBe('2024-01-10');
    expect(fredDay(Date.UTC(2024, 0, 11, 6, 0))).toBe('2024-01-11');
    expect(fredDay(Date.UTC(2024, 6, 11, 4, 59))).toBe('2024-07-10');
    expect(fredDay(Date.UTC(2024, 6, 11, 5, 0))).toBe('2024-07-11');
  });
});
