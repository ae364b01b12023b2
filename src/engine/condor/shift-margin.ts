import type { Condor } from '#domain/book/lot.ts';
import type { ShiftLegs } from '#domain/hedge/time-shift.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';

/** Of a short option on a broad index that nothing covers: of the index less what it is out of the money, and at least. */
const NAKED = 0.15;
const LEAST = 0.1;

export type ShiftMarginCase = {
  readonly from: Condor;
  readonly to: Condor;
  readonly side: 'put' | 'call';
  readonly legs: ShiftLegs;
  /** Index points. */
  readonly spot: number;
  /** Index points of the new short option. */
  readonly premium: number;
};

/**
 * What the rolled condors ask for as margin before and after, dollars, by the exchanges' minimum. A broker may ask for
 * more, and portfolio margin is another thing.
 *
 * A spread asks for its width while its long leg expires no sooner than its short one, and of two wings only one can
 * lose. Rolled alone, the short leg has no such long leg: it asks for what a naked one does, and the other wing still
 * for its width.
 *
 * @see FINRA rule 4210(f)(2); Cboe, margin requirements for broad-based index options
 */
export function shiftMargin({ from, to, side, legs, spot, premium }: ShiftMarginCase): {
  readonly before: number;
  readonly after: number;
} {
  const dollars = OPTION_MULTIPLIER * from.quantity;
  const before = Math.max(...wings(from)) * dollars;
  if (legs === 'four') {
    return { before, after: Math.max(...wings(to)) * dollars };
  }
  const [putWing, callWing] = wings(from);
  const strike = side === 'put' ? to.strikes.shortPut : to.strikes.shortCall;
  const away = Math.max(0, side === 'put' ? spot - strike : strike - spot);
  const least = LEAST * (side === 'put' ? strike : spot);
  const naked = premium + Math.max(NAKED * spot - away, least);
  return { before, after: (naked + (side === 'put' ? callWing : putWing)) * dollars };
}

function wings({ strikes }: Condor): readonly [put: number, call: number] {
  return [strikes.shortPut - strikes.longPut, strikes.longCall - strikes.shortCall];
}
