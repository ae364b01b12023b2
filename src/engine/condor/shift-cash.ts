import type { ShiftCandidate } from '#domain/hedge/time-shift.ts';
import type { OptionLeg } from '#domain/hedge/valuation.ts';
import { middleOf } from '#engine/pricing/strike-pairs.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import { optionPrice } from './option-price.ts';
import type { ShiftTrades } from './shift-trades.ts';

/** Dollars that a roll pays and brings in at the sides of the market, and at its middle. */
export type ShiftCash = Pick<ShiftCandidate, 'closeDebit' | 'openCredit' | 'net' | 'middle'>;

/**
 * What a roll costs: bought at ask and sold at bid, and beside it at the middle, by the model where nobody quotes.
 *
 * A long leg that is closed and that nobody bids for is worth nothing; a new leg without a quote leaves the sides
 * unknown.
 */
export function shiftCash({ closing, opening }: ShiftTrades, sources: PriceSources): ShiftCash {
  const closed = atSides(closing, sources, (ask) => (ask === undefined ? undefined : 0));
  const opened = atSides(opening, sources, () => undefined);
  const middle = atMiddle([...closing, ...opening], sources);
  return {
    ...(closed !== undefined && { closeDebit: -closed }),
    ...(opened !== undefined && { openCredit: opened }),
    ...(closed !== undefined && opened !== undefined && { net: closed + opened }),
    ...(middle && { middle }),
  };
}

function atSides(
  legs: readonly OptionLeg[],
  sources: PriceSources,
  withoutBid: (ask: number | undefined) => number | undefined,
): number | undefined {
  return dollarsOf(legs, (leg) => {
    const { bid = 0, ask } = quoteOf(leg, sources) ?? {};
    if (leg.quantity > 0) {
      return ask !== undefined && ask > 0 ? ask : undefined;
    }
    return bid > 0 ? bid : withoutBid(ask);
  });
}

function atMiddle(legs: readonly OptionLeg[], sources: PriceSources): ShiftCash['middle'] {
  const quoted = dollarsOf(legs, (leg) => {
    const quote = quoteOf(leg, sources);
    return quote && middleOf(quote);
  });
  if (quoted !== undefined) {
    return { net: quoted, basis: 'quotes' };
  }
  const net = dollarsOf(legs, (leg) => optionPrice(leg, sources));
  return net === undefined ? undefined : { net, basis: 'model' };
}

function quoteOf({ root, expiry, settlement, right, strike }: OptionLeg, { board }: PriceSources) {
  return board.find(root, expiry, settlement)?.quote(right, strike);
}

/** Dollars that trading legs brings in; negative is paid. `undefined` where one has no price. */
function dollarsOf(
  legs: readonly OptionLeg[],
  priceOf: (leg: OptionLeg) => number | undefined,
): number | undefined {
  let dollars = 0;
  for (const leg of legs) {
    const price = priceOf(leg);
    if (price === undefined) {
      return undefined;
    }
    dollars -= leg.quantity * contractSize(leg) * price;
  }
  return dollars + 0;
}
