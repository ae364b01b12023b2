import { describe, expect, it } from 'vitest';
import { createYahooQuotes } from '#adapters/yahoo/yahoo-quotes.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const signal = new AbortController().signal;
const qqq = fixture('yahoo/qqq-chart.json');
const as = (symbol: string): string => qqq.replaceAll('"QQQ"', `"${symbol}"`);

describe('createYahooQuotes', () => {
  it('gives the last price with the instant of its trade', async () => {
    const client = fakeHttpClient({ '%5EGSPC?range=1d': as('^GSPC') });
    expect(await createYahooQuotes({ client }).quote('SPX', signal)).toEqual({
      price: 539.52,
      at: 1_739_998_800_000,
      source: 'Yahoo Finance',
      quality: 'delayed',
    });
  });

  it('calls the price of a fund a proxy', async () => {
    const client = fakeHttpClient({ IWM: as('IWM') });
    expect((await createYahooQuotes({ client }).quote('IWM', signal))?.quality).toBe('proxy');
  });

  it('gives the price of a share of a volatility product', async () => {
    const client = fakeHttpClient({ VXX: as('VXX') });
    expect(await createYahooQuotes({ client }).share('VXX', signal)).toMatchObject({
      symbol: 'VXX',
      price: 539.52,
      asOf: 1_739_998_800_000,
    });
  });

  it.each(['0', '-3.1', 'null'])('has no quote where the price is %s', async (price) => {
    const client = fakeHttpClient({
      GSPC: as('^GSPC').replace('"regularMarketPrice": 539.52', `"regularMarketPrice": ${price}`),
    });
    expect(await createYahooQuotes({ client }).quote('SPX', signal)).toBeUndefined();
  });
});
