import type { Quote } from '#domain/market/market.ts';
import type { IndexName, IndexQuotes } from '#ports/sources/market-data.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';
import { DelayedQuote, heldAt, positive } from './delayed-schema.ts';

/** @see https://www.cboe.com/delayed_quotes/vix/quote_table */
const FOLDER = 'https://cdn.cboe.com/api/global/delayed_quotes/quotes';

const SOURCE = 'Cboe, delayed';

/** Funds have no underscore before their symbol. */
const FUNDS: ReadonlySet<IndexName> = new Set(['IWM', 'SPY']);

/** Prices of the running session, fifteen minutes late; after it, its close. */
export function createCboeQuotes({ client }: { readonly client: HttpClient }): IndexQuotes {
  return {
    source: SOURCE,

    async quote(index, signal): Promise<Quote | undefined> {
      const name = FUNDS.has(index) ? index : `_${index}`;
      const url = `${FOLDER}/${name}.json`;
      const { body } = await client.ask({ url, isWhole: isWholeJson }, signal);
      const answer = readJson(SOURCE, body, DelayedQuote);
      const price = positive(answer.data.current_price);
      const quality = FUNDS.has(index) ? 'proxy' : 'delayed';
      return price === undefined ? undefined : { price, at: heldAt(answer), source: SOURCE, quality };
    },
  };
}
