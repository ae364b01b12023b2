import type { ShiftLegs } from '#domain/hedge/time-shift.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { HeldLeg, OptionLeg } from '#domain/hedge/valuation.ts';
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

function optionLegs(held: readonly HeldLeg[]): readonly OptionLeg[] {
  return held.flatMap(({ leg }) => (leg.kind === 'option' ? [leg] : []));
}
