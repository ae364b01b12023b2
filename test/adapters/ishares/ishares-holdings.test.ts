import { describe, expect, it } from 'vitest';
import { createIsharesHoldings } from '#adapters/ishares/ishares-holdings.ts';
import { SourceChanged } from '#domain/problem.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { holdingsFile, madeUpTickers } from '#test/support/book/holdings-file.ts';

const signal = new AbortController().signal;
const tickers = madeUpTickers(1600);
const file = holdingsFile([...tickers, 'BRKB', 'MOG.A', 'BF-B', 'LGF B', '-']);
const holdings = (body: string) => createIsharesHoldings({ client: fakeHttpClient({ IWM_holdings: body }) });

describe('createIsharesHoldings', () => {
  it('gives the shares of the fund and the day that they are of', async () => {
    const found = await holdings(file).holdings('IWM', signal);
    expect(found.asOf).toBe('2026-11-25');
    expect(found.tickers.slice(0, 1600)).toEqual(tickers);
  });

  it('writes classes of shares in one way, whichever way the file does', async () => {
    const found = await holdings(file).holdings('IWM', signal);
    expect(found.tickers.slice(1600)).toEqual(['BRKB', 'MOGA', 'BFB', 'LGFB']);
  });

  it('leaves out cash, futures and what the lawyers say', async () => {
    const found = await holdings(file).holdings('IWM', signal);
    expect(found.tickers).not.toContain('USD');
    expect(found.tickers).not.toContain('RTYZ6');
    expect(found.tickers).toHaveLength(1604);
  });

  it('reads the other way of writing the day', async () => {
    const found = await holdings(file.replace('Nov 25, 2026', '05-Jun-2026')).holdings('IWM', signal);
    expect(found.asOf).toBe('2026-06-05');
  });

  it.each([
    ['a page', '<!DOCTYPE html><html></html>', /Ticker/],
    ['a renamed column', file.replace('Asset Class', 'Class'), /no column Asset Class/],
    ['half an index', holdingsFile(tickers.slice(0, 900)), /900 shares/],
    ['a file without its day', file.replace('Nov 25, 2026', '-'), /no day/],
    ['a day that no calendar has', file.replace('Nov 25, 2026', 'Feb 30, 2026'), /no day/],
  ])('refuses %s', async (_, body, detail) => {
    await expect(holdings(body).holdings('IWM', signal)).rejects.toThrow(SourceChanged);
    await expect(holdings(body).holdings('IWM', signal)).rejects.toThrow(detail);
  });
});
