import type { z } from 'zod';
import type { OptionChain, OptionQuote } from '#domain/book/mark.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import type { OptionChains } from '#ports/sources/market-data.ts';
import { noteImpossible } from '#adapters/diagnostics/note-impossible.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { DelayedChain, heldAt, positive } from './delayed-schema.ts';
import type { CboeParts } from './cboe-index-history.ts';
import { readOptionSymbol } from './read-option-symbol.ts';

/** @see https://www.cboe.com/delayed_quotes/spx/quote_table */
const FOLDER = 'https://cdn.cboe.com/api/global/delayed_quotes/options';

const SOURCE = 'Cboe, delayed';

/** Bytes: the SPX chain has about 13 million. */
const LARGEST = 32 * 1024 * 1024;

type Listed = z.output<typeof DelayedChain>['data']['options'][number];

/** Whole chains of SPX and VIX options, fifteen minutes late. */
export function createCboeOptionChains({ client, diagnostics }: CboeParts): OptionChains {
  return {
    source: SOURCE,

    async chain(root, signal) {
      const url = `${FOLDER}/_${root}.json`;
      const { body, askedAt } = await client.ask({ url, largest: LARGEST, isWhole: hasEnd }, signal);
      const answer = readJson(SOURCE, body, DelayedChain);
      return toChain(answer, { root, askedAt, diagnostics });
    },
  };
}

/** Thirteen megabytes are read as JSON once; that they have their end is told by their last letter. */
function hasEnd(body: string): boolean {
  return body.trimEnd().endsWith('}');
}

type ChainQuery = {
  readonly root: 'SPX' | 'VIX';
  readonly askedAt: number;
  readonly diagnostics: SourceDiagnostics;
};

function toChain(
  answer: z.output<typeof DelayedChain>,
  { root, askedAt, diagnostics }: ChainQuery,
): OptionChain {
  const quotes: OptionQuote[] = [];
  const strange: string[] = [];
  for (const listed of answer.data.options) {
    const quote = toQuote(listed, root);
    if (quote) {
      quotes.push(quote);
    } else {
      strange.push(listed.option.slice(0, 24));
    }
  }
  if (strange.length > quotes.length) {
    throw new SourceChanged(SOURCE, `${root} chain: option symbols such as "${strange[0] ?? ''}"`);
  }
  noteImpossible(diagnostics, { subject: `${root} chain`, source: SOURCE, at: askedAt, values: strange });
  const spot = positive(answer.data.current_price) ?? positive(answer.data.close);
  return {
    root,
    asOf: heldAt(answer),
    source: SOURCE,
    quality: 'delayed',
    quotes,
    ...(spot !== undefined && { spot }),
  };
}

function toQuote({ option, bid, ask, iv }: Listed, root: 'SPX' | 'VIX'): OptionQuote | undefined {
  const listed = readOptionSymbol(option);
  if (listed?.root !== root) {
    return undefined;
  }
  const volatility = positive(iv);
  return {
    ...listed,
    ...sides(positive(bid), positive(ask)),
    ...(volatility !== undefined && { volatility }),
  };
}

/** A bid above its ask is a moment caught half way: neither is a price. */
function sides(bid: number | undefined, ask: number | undefined): Pick<OptionQuote, 'bid' | 'ask'> {
  if (bid !== undefined && ask !== undefined && bid > ask) {
    return {};
  }
  return { ...(bid !== undefined && { bid }), ...(ask !== undefined && { ask }) };
}
