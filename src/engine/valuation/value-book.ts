import type { Greeks, HeldLeg, LegValue, UnvaluedLeg } from '#domain/hedge/valuation.ts';
import type { PricedBook } from './priced-leg.ts';
import { type ValuationCase, valueLeg } from './value-leg.ts';

/** Every leg's value under one shift, those without a value, and those that have settled by then. */
export type BookValue = {
  readonly values: readonly LegValue[];
  readonly unvalued: readonly UnvaluedLeg[];
  readonly settled: readonly HeldLeg[];
};

export function valueBook(book: PricedBook, given: Omit<ValuationCase, 'asOf'>): BookValue {
  const values: LegValue[] = [];
  const settled: HeldLeg[] = [];
  for (const priced of book.legs) {
    const value = valueLeg(priced, { ...given, asOf: book.asOf });
    if (value) {
      values.push(value);
    } else {
      settled.push({ lotId: priced.lotId, leg: priced.leg });
    }
  }
  return { values, unvalued: book.unvalued, settled };
}

/** Dollars of several legs on the same underlying; all 0 for none. */
export function sumGreeks(legs: readonly Greeks[]): Greeks {
  const sum = { value: 0, delta: 0, gamma: 0, theta: 0, vega: 0, exposure: 0 };
  for (const leg of legs) {
    sum.value += leg.value;
    sum.delta += leg.delta;
    sum.gamma += leg.gamma;
    sum.theta += leg.theta;
    sum.vega += leg.vega;
    sum.exposure += leg.exposure;
  }
  return sum;
}
