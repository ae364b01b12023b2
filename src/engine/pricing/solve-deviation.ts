import { cumulativeNormal, normalDensity } from './normal-distribution.ts';

/** An out-of-the-money option, of whatever right, without its scale. */
export type ScaledOption = {
  /** How far the strike is from the forward, as the size of their logarithms' difference; not negative. */
  readonly distance: number;
  /** Price over the square root of both discounted sides' product; above 0. */
  readonly price: number;
  /** Greatest deviation that is looked for. */
  readonly most: number;
};

/** Steps after which halving alone would have used up every digit of a double. */
const MOST_STEPS = 200;

/** Relative width of the bracket, or of a step, at which the root is found. */
const CLOSE_ENOUGH = 4 * Number.EPSILON;

/**
 * Standard deviation (volatility × √years) at which Black's formula gives a price.
 *
 * Newton's steps within a bracket, halved (geometrically) whenever a step leaves it. Below the price's inflection
 * the steps are taken on 1/√(−ln price), which is nearly a line there: that is what makes far strikes and the last
 * minutes before expiry converge.
 *
 * @returns `undefined` if the greatest deviation still gives less than the price
 * @see P. Jäckel, By Implication (2006), for the transformed objective
 */
export function solveDeviation({ distance, price, most }: ScaledOption): number | undefined {
  if (valueAt(distance, most) < price) {
    return undefined;
  }
  const inflection = Math.sqrt(2 * distance);
  const isLow = price < valueAt(distance, inflection);
  let low = 0;
  let high = most;
  let deviation = Math.min(Math.max(inflection, price), most);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = valueAt(distance, deviation);
    if (value < price) {
      low = deviation;
    } else {
      high = deviation;
    }
    const next = deviation - correction({ distance, deviation, value, price, isLow });
    const estimate = next > low && next < high ? next : middle(low, high);
    const done = Math.abs(estimate - deviation) <= CLOSE_ENOUGH * deviation || value === price;
    if (done) {
      return value === price ? deviation : estimate;
    }
    deviation = estimate;
  }
  return deviation;
}

/** Scaled price of the option: an out-of-the-money call, which a put as far away equals. */
function valueAt(distance: number, deviation: number): number {
  if (deviation === 0) {
    return 0;
  }
  const center = -distance / deviation;
  const half = deviation / 2;
  const gets = Math.exp(-distance / 2) * cumulativeNormal(center + half);
  return Math.max(0, gets - Math.exp(distance / 2) * cumulativeNormal(center - half));
}

type Guess = {
  readonly distance: number;
  readonly deviation: number;
  readonly value: number;
  readonly price: number;
  readonly isLow: boolean;
};

/** Newton's step; `NaN` where the price or its slope has vanished, which no bracket contains. */
function correction({ distance, deviation, value, price, isLow }: Guess): number {
  const slope = Math.exp(-distance / 2) * normalDensity(-distance / deviation + deviation / 2);
  if (!isLow) {
    return (value - price) / slope;
  }
  // h(b) = (−ln b)^(−1/2), h′(b) = (−ln b)^(−3/2) / 2b: the step (h(b) − h(p)) / (h′(b) b′), multiplied out.
  const logValue = -Math.log(value);
  const ratio = 1 - Math.sqrt(logValue / -Math.log(price));
  return (2 * logValue * ratio * value) / slope;
}

/** Halves in the logarithm, or in the number while the lower end is 0. */
function middle(low: number, high: number): number {
  return low === 0 ? high / 2 : Math.sqrt(low) * Math.sqrt(high);
}
