import type { ShareQuote } from '#domain/book/mark.ts';
import type { Quote } from '#domain/market/market.ts';
import type { IndexQuotes, ShareQuotes } from '#ports/sources/market-data.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { YAHOO, type YahooChart, askChart } from './chart.ts';
import { yahooQuality, yahooSymbol } from './symbols.ts';

/** Prices of the running session. Yahoo does not say how late each exchange's are, so all count as delayed. */
export function createYahooQuotes({ client }: { readonly client: HttpClient }): IndexQuotes & ShareQuotes {
  return {
    source: YAHOO,

    async quote(index, signal): Promise<Quote | undefined> {
      const chart = await askChart(client, { symbol: yahooSymbol(index), range: '1d' }, signal);
      const traded = lastTrade(chart);
      return traded && { ...traded, source: YAHOO, quality: yahooQuality(index, 'delayed') };
    },

    async share(symbol, signal): Promise<ShareQuote | undefined> {
      const traded = lastTrade(await askChart(client, { symbol, range: '1d' }, signal));
      return traded && { symbol, price: traded.price, asOf: traded.at, source: YAHOO, quality: 'delayed' };
    },
  };
}

function lastTrade({ meta }: YahooChart): { readonly price: number; readonly at: number } | undefined {
  const { regularMarketPrice: price, regularMarketTime: seconds } = meta;
  if (!price || !seconds || !(price > 0)) {
    return undefined;
  }
  return { price, at: seconds * 1000 };
}
