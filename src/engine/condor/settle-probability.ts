import type { BothSides, SettleProbability } from '#domain/hedge/condor-report.ts';
import type { OptionQuote } from '#domain/book/mark.ts';
import { middleOf } from '#engine/pricing/strike-pairs.ts';
import { cumulativeNormal } from '#engine/pricing/normal-distribution.ts';
import type { ExpiryQuotes } from '#engine/valuation/quote-board.ts';

/**
 * Probability of settling between two levels, from the chain's own digitals: what a put spread around the lower and a
 * call spread around the higher level cost for every point of their width, undiscounted.
 *
 * @param discount - e^(−rT)
 * @returns `undefined` where a level lies beyond the quoted strikes, or the quotes around it allow no digital
 */
export function digitalProbability(
  chain: Pick<ExpiryQuotes, 'strikes' | 'quote'>,
  { low, high }: BothSides,
  discount: number,
): SettleProbability | undefined {
  const below = digital(chain, { right: 'put', level: low }, discount);
  const above = digital(chain, { right: 'call', level: high }, discount);
  if (below === undefined || above === undefined || below + above > 1) {
    return undefined;
  }
  return { below, inside: 1 - below - above, above, method: 'digitals' };
}

/**
 * The same from a volatility of each side, where quotes allow no digitals.
 *
 * @param volatility - of each side's short strike, a fraction
 */
export function volatilityProbability(
  { low, high }: BothSides,
  {
    forward,
    years,
    volatility,
  }: { readonly forward: number; readonly years: number; readonly volatility: BothSides },
): SettleProbability | undefined {
  const tail = (level: number, side: number): number => {
    const deviation = side * Math.sqrt(years);
    return Math.log(level / forward) / deviation + deviation / 2;
  };
  const below = cumulativeNormal(tail(low, volatility.low));
  const above = cumulativeNormal(-tail(high, volatility.high));
  return Number.isFinite(below + above) && below + above <= 1
    ? { below, inside: 1 - below - above, above, method: 'volatility' }
    : undefined;
}

/** Probability of touching a level before settlement: twice that of ending beyond it, at most 1. An estimate. */
export function touchProbability(beyond: number): number {
  return Math.min(1, 2 * beyond);
}

/** Standard deviations from the forward to a level by its own side's volatility; negative below the forward. */
export function deviationsTo(
  level: number,
  {
    forward,
    years,
    volatility,
  }: { readonly forward: number; readonly years: number; readonly volatility: number },
): number | undefined {
  const deviations = Math.log(level / forward) / (volatility * Math.sqrt(years));
  return Number.isFinite(deviations) ? deviations : undefined;
}

/** P(S < level) from puts, P(S > level) from calls; `undefined` unless it is a probability. */
function digital(
  { strikes, quote }: Pick<ExpiryQuotes, 'strikes' | 'quote'>,
  { right, level }: { readonly right: 'put' | 'call'; readonly level: number },
  discount: number,
): number | undefined {
  const listed = strikes.filter((strike) => isTwoSided(quote(right, strike)));
  const lower = listed.findLast((strike) => strike <= level);
  const upper = listed.find((strike) => strike > level);
  if (lower === undefined || upper === undefined) {
    return undefined;
  }
  const prices = [quote(right, lower), quote(right, upper)].map((side) => side && middleOf(side));
  const [near, far] = prices;
  if (near === undefined || far === undefined) {
    return undefined;
  }
  const probability = Math.abs(far - near) / (upper - lower) / discount;
  const isOrdered = right === 'put' ? far >= near : near >= far;
  return isOrdered && probability <= 1 ? probability : undefined;
}

function isTwoSided(quote: OptionQuote | undefined): boolean {
  return quote?.bid !== undefined && quote.ask !== undefined && quote.bid > 0 && quote.ask >= quote.bid;
}
