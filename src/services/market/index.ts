import { bind, type Needs } from '#services/bind.ts';
import { drawMarket } from './draw-market.ts';
import { readContext } from './read-context.ts';
import { readMarket } from './read-market.ts';
import { readTerm } from './read-term.ts';

export type MarketServices = ReturnType<typeof bindMarket>;

/** What may be asked of the market. */
export function bindMarket(
  deps: Needs<typeof readMarket | typeof readContext | typeof readTerm | typeof drawMarket>,
) {
  return {
    readMarket: bind(readMarket, deps),
    readContext: bind(readContext, deps),
    readTerm: bind(readTerm, deps),
    drawMarket: bind(drawMarket, deps),
  };
}
