import { DAY } from '#domain/duration.ts';
import type { Greeks, HeldLeg, LegValue, Shift, UnvaluedLeg, VolGeometry } from '#domain/hedge/valuation.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import {
  type PricedBook,
  type PricedFuture,
  type PricedLeg,
  type PricedOption,
  type PricedShares,
  contractSize,
} from './priced-leg.ts';

const DAYS_A_YEAR = 365;
const PERCENT = 100;

/** However large a fall is asked about, volatilities keep one point, VIX futures one, and SPX something. */
const LEAST_VOLATILITY = 0.01;
const LEAST_FUTURE = 1;
const LEAST_PART_OF_SPOT = 1e-3;

/** Nothing is done to the market. */
export const UNSHIFTED: Shift = { volPoints: 0, spotPercent: 0, days: 0 };

/** When, and under what, a leg is valued. */
export type ValuationCase = {
  /** Epoch milliseconds (UTC), before the days of the shift. */
  readonly asOf: number;
  readonly shift: Shift;
  readonly geometry: VolGeometry;
};

/**
 * A leg's worth and greeks in dollars, signed as held.
 *
 * A shift of volatility moves an SPX option's own implied volatility by w(T), and a VIX future by β(τ); a VIX
 * option keeps its own. A shift of SPX moves its forward by the same percent, and no VIX future.
 *
 * @returns `undefined` once it has settled
 * @see docs/method.md#exposure
 */
export function valueLeg(priced: PricedLeg, valuationCase: ValuationCase): LegValue | undefined {
  const now = valuationCase.asOf + valuationCase.shift.days * DAY;
  if ('perPoint' in priced) {
    return valueShares(priced, valuationCase, now);
  }
  if (priced.settlesAt <= now) {
    return undefined;
  }
  return 'volatility' in priced
    ? valueOption(priced, valuationCase, now)
    : valueFuture(priced, valuationCase, now);
}

type Owned<Priced> = Priced & { readonly lotId: string };

function valueOption(priced: Owned<PricedOption>, valuationCase: ValuationCase, now: number): LegValue {
  const { lotId, leg, rate, forwardPerSpot, carry } = priced;
  const days = (priced.settlesAt - now) / DAY;
  const isIndex = leg.root === 'SPX';
  const weight = isIndex ? valuationCase.geometry.weight(days) : valuationCase.geometry.beta(days);
  const { forward, volatility } = shifted(priced, weight, valuationCase.shift);
  const { right, strike } = leg;
  const years = yearsBetween(now, priced.settlesAt);
  const option = black76({ right, strike, years, rate, forward, volatility });
  const dollars = leg.quantity * contractSize(leg);
  const delta = option.delta * forwardPerSpot;
  const vega = (dollars * option.vega) / PERCENT;
  // Years are above 0 here, so theta is there. With SPX held fixed its forward falls by what it carries.
  const theta = (option.theta ?? 0) - option.delta * carry * forward;
  return {
    lotId,
    leg,
    price: option.price,
    days,
    weight,
    forward: { ...priced.forward, value: forward },
    volatility: { ...priced.volatility, value: volatility },
    value: dollars * option.price,
    delta: dollars * delta,
    gamma: dollars * option.gamma * forwardPerSpot ** 2,
    theta: (dollars * theta) / DAYS_A_YEAR,
    vega,
    exposure: weight * (isIndex ? vega : dollars * delta),
  };
}

function shifted(
  { leg, forward, volatility }: PricedOption,
  weight: number,
  { volPoints, spotPercent }: Shift,
): { readonly forward: number; readonly volatility: number } {
  if (leg.root === 'VIX') {
    return { forward: movedFuture(forward.value, weight * volPoints), volatility: volatility.value };
  }
  return {
    forward: forward.value * Math.max(LEAST_PART_OF_SPOT, 1 + spotPercent / PERCENT),
    volatility: movedBy(volatility.value, (weight * volPoints) / PERCENT, LEAST_VOLATILITY),
  };
}

function movedFuture(price: number, points: number): number {
  return movedBy(price, points, LEAST_FUTURE);
}

/** What is below the least already falls no further. */
function movedBy(value: number, change: number, least: number): number {
  return Math.max(Math.min(value, least), value + change);
}

function valueFuture(priced: Owned<PricedFuture>, valuationCase: ValuationCase, now: number): LegValue {
  const { lotId, leg } = priced;
  const days = (priced.settlesAt - now) / DAY;
  const weight = valuationCase.geometry.beta(days);
  const price = movedFuture(priced.forward.value, weight * valuationCase.shift.volPoints);
  const delta = leg.quantity * contractSize(leg);
  return {
    lotId,
    leg,
    price,
    days,
    weight,
    forward: { ...priced.forward, value: price },
    value: 0,
    delta,
    gamma: 0,
    theta: 0,
    vega: 0,
    exposure: delta * weight,
  };
}

function valueShares(priced: Owned<PricedShares>, valuationCase: ValuationCase, now: number): LegValue {
  const { lotId, leg, parts, perPoint } = priced;
  const weight = parts.reduce(
    (sum, part) => sum + part.weight * valuationCase.geometry.beta((part.settlesAt - now) / DAY),
    0,
  );
  const delta = leg.quantity * perPoint;
  const price = Math.max(0, priced.price.value + perPoint * weight * valuationCase.shift.volPoints);
  return {
    lotId,
    leg,
    price,
    weight,
    forward: { ...priced.price, value: price },
    value: leg.quantity * price,
    delta,
    gamma: 0,
    theta: 0,
    vega: 0,
    exposure: delta * weight,
  };
}

/** Every leg's value under one shift, those without a value, and those that have settled by then. */
export type BookValue = {
  readonly values: readonly LegValue[];
  readonly unvalued: readonly UnvaluedLeg[];
  readonly settled: readonly HeldLeg[];
};

export function valueBook(book: PricedBook, valuationCase: Omit<ValuationCase, 'asOf'>): BookValue {
  const values: LegValue[] = [];
  const settled: HeldLeg[] = [];
  for (const priced of book.legs) {
    const value = valueLeg(priced, { ...valuationCase, asOf: book.asOf });
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
