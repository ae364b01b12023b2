import { describe, expect, it } from 'vitest';
import { createCboeQuotes } from '#adapters/cboe/cboe-quotes.ts';
import { SourceChanged } from '#domain/problem.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const signal = new AbortController().signal;
const body = fixture('cboe/VIX-quote.shape-only.json');

describe('createCboeQuotes', () => {
  it('gives the price with the instant of its last trade, labelled delayed', async () => {
    const client = fakeHttpClient({ 'quotes/_VIX.json': body });
    expect(await createCboeQuotes({ client }).quote('VIX', signal)).toEqual({
      price: 13.47,
      at: Date.parse('2024-01-05T20:30:01Z'),
      source: 'Cboe, delayed',
      quality: 'delayed',
    });
  });

  it('calls the price of a fund a proxy', async () => {
    const client = fakeHttpClient({ 'quotes/IWM.json': body });
    expect(await createCboeQuotes({ client }).quote('IWM', signal)).toMatchObject({ quality: 'proxy' });
  });

  it('reads New York times in summer as well', async () => {
    const client = fakeHttpClient({ _VIX: body.replace('2024-01-05T15', '2024-07-05T15') });
    const quote = await createCboeQuotes({ client }).quote('VIX', signal);
    expect(quote?.at).toBe(Date.parse('2024-07-05T19:30:01Z'));
  });

  it.each(['0', '-1', 'null'])('has no quote where the price is %s', async (price) => {
    const client = fakeHttpClient({
      _VIX: body.replace('"current_price": 13.47', `"current_price": ${price}`),
    });
    expect(await createCboeQuotes({ client }).quote('VIX', signal)).toBeUndefined();
  });

  it('refuses a body without its time', async () => {
    const client = fakeHttpClient({ _VIX: body.replace('"timestamp"', '"time"') });
    await expect(createCboeQuotes({ client }).quote('VIX', signal)).rejects.toThrow(SourceChanged);
  });
});
