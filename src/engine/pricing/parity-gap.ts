import { syntheticForward, type Term } from './parity-forward.ts';
import type { StrikePair } from './strike-pairs.ts';

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
 * @param forward - for VIX options the VX future of the same expiry, for SPX `forwardOf` or a chain's forward
 * @throws RangeError for negative years or a rate that is no number
 */
export function parityGap(pair: StrikePair, forward: number, term: Term): ParityGap {
  const synthetic = syntheticForward(pair, term);
  const forwardGap = synthetic - forward;
  const gap = pair.call - pair.put - Math.exp(-term.rate * term.years) * (forward - pair.strike);
  return { syntheticForward: synthetic, forward, forwardGap, gap };
}

/**
 * The forward of an index that pays dividends, S e^((r − q) T), index points: what parity is compared with where no
 * future settles with the options.
 *
 * @param dividendYield - continuously compounded, a fraction a year
 */
export function forwardOf(spot: number, { years, rate }: Term, dividendYield: number): number {
  return spot * Math.exp((rate - dividendYield) * years);
}
