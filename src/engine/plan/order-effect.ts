import type { Condor, Positions } from '#domain/book/lot.ts';
import type { OrderCost, OrderEffect } from '#domain/hedge/order-effect.ts';
import type { OrderTicket } from '#domain/hedge/step-order.ts';
import type { HeldLeg } from '#domain/hedge/valuation.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { coverTable } from '#engine/account/cover.ts';
import { OPTION_MULTIPLIER, type PricedBook } from '#engine/valuation/priced-leg.ts';
import { priceBook, priceLegs } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import { callLeg } from './layer-call.ts';
import type { OrderMarks } from './order-scale.ts';

/** What an order's contracts are weighed on. */
export type EffectCase = OrderMarks & {
  readonly positions: Positions;
  readonly settings: Pick<Settings, 'cover.shock' | 'cover.minLoss'>;
};

/** Costs, decay and cover of contracts that are to be traded. */
export function orderEffect(effectCase: EffectCase, tickets: readonly OrderTicket[]): OrderEffect {
  const { positions, sources, geometry, settings } = effectCase;
  const traded = priceLegs(tickets.map(legOf), sources);
  const book = priceBook(positions, sources);
  const { values, unvalued } = valueBook(traded, { geometry, shift: UNSHIFTED });
  const touch = costOf(tickets, ({ touch: quote }) => quote);
  const mid = costOf(tickets, ({ mid: quote }) => quote);
  const credit = creditOf(positions.condors);
  const [spotPercent, volPoints] = settings['cover.shock'];
  const condors = positions.condors.reduce((sum, { quantity }) => sum + quantity, 0);
  const coverOf = (priced: PricedBook) =>
    coverTable({ book: priced, geometry, condors, minLoss: settings['cover.minLoss'] }, [
      { spotPercent, volPoints },
    ]);
  const [before] = coverOf(book);
  const [after] = coverOf(withLegs(book, traded));
  return {
    ...(touch && { touch }),
    ...(mid && { mid }),
    ...(touch && credit !== undefined && { creditShare: touch.dollars / credit }),
    ...(unvalued.length === 0 && { theta: values.reduce((sum, { theta }) => sum + theta, 0) }),
    ...(before && after && { cover: { before, after } }),
  };
}

/** What is sold is a leg of fewer contracts than none: values and gains add up. */
function legOf({ side, quantity, expiry, strike, lotId }: OrderTicket): HeldLeg {
  return { lotId: lotId ?? 'order', leg: callLeg(expiry, strike, side === 'buy' ? quantity : -quantity) };
}

function withLegs(book: PricedBook, traded: PricedBook): PricedBook {
  return {
    ...book,
    legs: [...book.legs, ...traded.legs],
    unvalued: [...book.unvalued, ...traded.unvalued],
  };
}

/** At a quote where there is one, else by the model, contract for contract. */
function costOf(
  tickets: readonly OrderTicket[],
  quoteOf: (ticket: OrderTicket) => number | undefined,
): OrderCost | undefined {
  return tickets.reduce<OrderCost | undefined>(
    (sum, ticket) => {
      const quote = quoteOf(ticket);
      const price = quote ?? ticket.theoretical;
      if (sum === undefined || price === undefined) {
        return undefined;
      }
      const quantity = ticket.side === 'buy' ? ticket.quantity : -ticket.quantity;
      return {
        dollars: sum.dollars + price * quantity,
        modelled: sum.modelled + (quote === undefined ? ticket.quantity : 0),
      };
    },
    { dollars: 0, modelled: 0 },
  );
}

/** Dollars received for the condors; unknown where one of them does not say. */
function creditOf(condors: readonly Condor[]): number | undefined {
  const dollars = condors.reduce(
    (sum, { credit, quantity }) => sum + (credit ?? 0) * quantity * OPTION_MULTIPLIER,
    0,
  );
  return dollars > 0 && condors.every(({ credit }) => credit !== undefined) ? dollars : undefined;
}
