import type { StrikePair } from './strike-pairs.ts';

/** A forward as the options of its expiration trade it. */
export type ParityForward = {
  /** Index points. */
  readonly forward: number;
  /** Strikes that it is the median of. */
  readonly pairs: number;
  /** Highest less lowest forward among them, index points: how well they agree. */
  readonly disagreement: number;
};

/** Time to expiry and the rate until then. */
export type Term = {
  /** As `yearsBetween` counts them. */
  readonly years: number;
  /** Continuously compounded, a fraction a year. */
  readonly rate: number;
};

/** Strikes nearest the money that are asked; one stale quote among them does not move their median. */
const ASKED = 5;

/**
 * The forward that put–call parity reads out of an expiration: the median of K + e^(rT) (C − P) over the five strikes
 * at which call and put cost most nearly the same.
 *
 * Near the money both quotes are tight; a strike far from it would add its wide spread to the forward.
 *
 * @param pairs - as `strikePairs` gives them
 * @returns `undefined` without a pair, or where they make no positive forward
 * @throws RangeError for negative years or a rate that is no number
 */
export function parityForward(pairs: readonly StrikePair[], term: Term): ParityForward | undefined {
  const near = pairs
    .toSorted((first, second) => Math.abs(first.call - first.put) - Math.abs(second.call - second.put))
    .slice(0, ASKED);
  const forwards = near
    .map((pair) => syntheticForward(pair, term))
    .toSorted((first, second) => first - second);
  const [lowest, highest] = [forwards[0], forwards.at(-1)];
  const middle = [forwards[Math.floor((forwards.length - 1) / 2)], forwards[Math.floor(forwards.length / 2)]];
  const forward = ((middle[0] ?? Number.NaN) + (middle[1] ?? Number.NaN)) / 2;
  if (lowest === undefined || highest === undefined || !(forward > 0 && forward < Infinity)) {
    return undefined;
  }
  return { forward, pairs: forwards.length, disagreement: highest - lowest };
}

/**
 * The forward that a call and a put of one strike make: K + e^(rT) (C − P), index points.
 *
 * @throws RangeError for negative years or a rate that is no number
 * @see J. C. Hull, Options, Futures, and Other Derivatives, chapter on options on futures
 */
function syntheticForward({ strike, call, put }: StrikePair, { years, rate }: Term): number {
  if (!(years >= 0) || !Number.isFinite(rate * years)) {
    throw new RangeError(`years must be 0 or more and the rate a number, not ${years} and ${rate}`);
  }
  return strike + Math.exp(rate * years) * (call - put);
}

/** How far a strike's call and put are from parity. */
export type ParityGap = {
  /** What call and put make of the forward, index points. */
  readonly syntheticForward: number;
  /** The one they were compared with. */
  readonly forward: number;
  /** Synthetic less real forward, in points of the forward: VX points for VIX options. */
  readonly forwardGap: number;
  /** The same as of today, in points of the options' prices: C − P − e^(−rT) (F − K). */
  readonly gap: number;
};

/**
 * The gap between a call and a put of one strike and the forward, on middles of quotes: theoretical, since nobody
 * trades at the middle. `parityTrade` says what is left after bid, ask and fees.
 *
 * @param forward - for VIX options the VX future of the same expiry, for SPX a chain's forward
 * @throws RangeError for negative years or a rate that is no number
 */
export function parityGap(pair: StrikePair, forward: number, term: Term): ParityGap {
  const synthetic = syntheticForward(pair, term);
  const forwardGap = synthetic - forward;
  const gap = pair.call - pair.put - Math.exp(-term.rate * term.years) * (forward - pair.strike);
  return { syntheticForward: synthetic, forward, forwardGap, gap };
}
