import { describe, expect, it } from 'vitest';
import { createCboeOptionChains } from '#adapters/cboe/cboe-option-chains.ts';
import { SourceChanged } from '#domain/problem.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const signal = new AbortController().signal;
const body = fixture('cboe/SPX-chain.shape-only.json');

function chains(answer: string) {
  const diagnostics = recordedDiagnostics();
  const client = fakeHttpClient({ '/options/_': answer });
  return { source: createCboeOptionChains({ client, diagnostics }), diagnostics, client };
}

const one = (option: object): string =>
  JSON.stringify({
    timestamp: '2024-01-05 21:30:12',
    data: { current_price: 4697.24, close: 4697.24, options: [option] },
  });

describe('createCboeOptionChains', () => {
  it('gives the chain with the index, as of the last trade in New York', async () => {
    const chain = await chains(body).source.chain('SPX', signal);
    expect(chain).toMatchObject({ root: 'SPX', spot: 4697.2402, quality: 'delayed' });
    expect(new Date(chain.asOf).toISOString()).toBe('2024-01-05T21:15:00.000Z');
    expect(chain.quotes).toContainEqual({
      root: 'SPX',
      expiry: '2024-01-19',
      settlement: 'AM',
      strike: 4700,
      right: 'call',
      bid: expect.any(Number),
      ask: expect.any(Number),
      volatility: expect.any(Number),
    });
  });

  it('lets the whole chain of the S&P 500 through, and nothing longer', async () => {
    const { source, client } = chains(body);
    await source.chain('SPX', signal);
    expect(client.asked).toMatchObject([
      {
        url: 'https://cdn.cboe.com/api/global/delayed_quotes/options/_SPX.json',
        largest: 33_554_432,
      },
    ]);
  });

  it('takes a 0 for a side that nobody quotes, and for a volatility that was not computed', async () => {
    const answer = one({ option: 'SPX240119C04700000', bid: 0, ask: 0.05, iv: 0 });
    const { quotes } = await chains(answer).source.chain('SPX', signal);
    expect(quotes[0]).not.toHaveProperty('bid');
    expect(quotes[0]).not.toHaveProperty('volatility');
    expect(quotes[0]?.ask).toBe(0.05);
  });

  it('takes neither side of a bid above its ask', async () => {
    const answer = one({ option: 'SPX240119C04700000', bid: 5.1, ask: 5, iv: 0.12 });
    const { quotes } = await chains(answer).source.chain('SPX', signal);
    expect(quotes[0]).not.toHaveProperty('bid');
    expect(quotes[0]).not.toHaveProperty('ask');
  });

  it('without a last trade, dates the prices a quarter of an hour before the body', async () => {
    const { asOf } = await chains(one({ option: 'SPX240119C04700000' })).source.chain('SPX', signal);
    expect(new Date(asOf).toISOString()).toBe('2024-01-05T21:15:12.000Z');
  });

  it('leaves out what it cannot read, and records it', async () => {
    const { source, diagnostics } = chains(body.replace('SPX240119C04700000', 'XSP240119C04700000'));
    const { quotes } = await source.chain('SPX', signal);
    expect(quotes.length).toBeGreaterThan(10);
    expect(diagnostics.recorded).toMatchObject([
      { kind: 'impossible', subject: 'SPX chain', values: ['XSP240119C04700000'] },
    ]);
  });

  it('does not take one chain for the other', async () => {
    await expect(chains(body).source.chain('VIX', signal)).rejects.toThrow(SourceChanged);
  });

  it.each([
    ['a renamed field', body.replace('"options"', '"chain"'), /options/],
    ['a price as a text', one({ option: 'SPX240119C04700000', bid: '5' }), /bid/],
  ])('refuses %s', async (_, answer, detail) => {
    await expect(chains(answer).source.chain('SPX', signal)).rejects.toThrow(SourceChanged);
    await expect(chains(answer).source.chain('SPX', signal)).rejects.toThrow(detail);
  });
});
