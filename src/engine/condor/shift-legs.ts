import type { ShiftLegs } from '#domain/hedge/time-shift.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { HeldLeg, OptionLeg } from '#domain/hedge/valuation.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { unfoldCondor } from '#engine/valuation/unfold-lots.ts';

/** Legs that a roll trades: those it closes and those it opens, signed as traded. */
export type ShiftTrades = { readonly closing: readonly OptionLeg[]; readonly opening: readonly OptionLeg[] };

/** What a roll from one condor to another trades: all legs, or the tested side's short one. */
export function shiftTrades(from: Condor, to: Condor, side: 'put' | 'call', legs: ShiftLegs): ShiftTrades {
  const chosen = (condor: Condor): readonly OptionLeg[] =>
    optionLegs(unfoldCondor(condor)).filter(
      (leg) => legs === 'four' || (leg.right === side && leg.quantity < 0),
    );
  return {
    closing: chosen(from).map((leg) => ({ ...leg, quantity: -leg.quantity })),
    opening: chosen(to),
  };
}

/**
 * Dollars that trading legs brings in, bought at ask and sold at bid; negative is paid.
 *
 * @returns `undefined` where a side that is needed is not quoted
 */
export function tradeDollars(legs: readonly OptionLeg[], { board }: PriceSources): number | undefined {
  let dollars = 0;
  for (const leg of legs) {
    const quote = board.find(leg.root, leg.expiry, leg.settlement)?.quote(leg.right, leg.strike);
    const price = leg.quantity > 0 ? quote?.ask : quote?.bid;
    if (price === undefined || !(price > 0)) {
      return undefined;
    }
    dollars -= leg.quantity * contractSize(leg) * price;
  }
  return dollars + 0;
}

function optionLegs(held: readonly HeldLeg[]): readonly OptionLeg[] {
  return held.flatMap(({ leg }) => (leg.kind === 'option' ? [leg] : []));
}
