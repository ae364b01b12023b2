import type { Right } from '#domain/book/lot.ts';
import { logMoneyness } from './lognormal-value.ts';
import { cumulativeNormal } from './normal-distribution.ts';

/** One quoted option of a smile. */
export type SmilePoint = {
  readonly right: Right;
  readonly strike: number;
  /** Its own implied volatility, a fraction above 0. */
  readonly volatility: number;
};

/** The smile of one expiration. */
export type Smile = {
  /** As `yearsBetween` counts them, above 0. */
  readonly years: number;
  /** Forward of the expiration, index points. */
  readonly forward: number;
  /** In any order; what is not above 0 is left out. */
  readonly points: readonly SmilePoint[];
};

/** What calls cost over puts as far from the money, at 30 days. */
export type RiskReversal = {
  /** Volatility of the 25-delta call less that of the 25-delta put, a fraction: negative for SPX in most markets. */
  readonly riskReversal: number;
  readonly call: number;
  readonly put: number;
};

/** Forward delta of both wings, as usual. */
const WING = 0.25;
/** Years to which both sides are brought. */
const MATURITY = 30 / 365;

/**
 * The 25-delta risk reversal at constant 30 days, IV(25Δ call) − IV(25Δ put): skew as one number. Put skew is its
 * negative.
 *
 * Deltas are forward ones, N(d₁); volatilities are interpolated in delta between the strikes on both sides, then
 * total variance σ²T between the expirations on both sides. Nothing is extrapolated.
 *
 * @param smiles - in any order
 * @returns `undefined` unless both wings are quoted on an expiration at 30 days, or on one before and one after
 */
export function riskReversal(smiles: readonly Smile[]): RiskReversal | undefined {
  const call = atMaturity(smiles, 'call');
  const put = atMaturity(smiles, 'put');
  return call === undefined || put === undefined ? undefined : { riskReversal: call - put, call, put };
}

/**
 * Volatility of an option of one right at a forward delta, interpolated between the two strikes around it.
 *
 * @param delta - its size, above 0 and below 1, for puts too
 * @returns a fraction; `undefined` when the smile does not reach that delta on both sides
 *
 * @internal for tests
 */
export function volatilityAtDelta(smile: Smile, right: Right, delta: number): number | undefined {
  const side = right === 'call' ? 1 : -1;
  const root = Math.sqrt(smile.years);
  const wing = smile.points
    .filter((point) => point.right === right && point.strike > 0 && point.volatility > 0)
    .map(({ strike, volatility }) => {
      const deviation = volatility * root;
      const reach = logMoneyness(smile.forward, strike) / deviation + deviation / 2;
      return { at: cumulativeNormal(side * reach), value: volatility };
    });
  return interpolate(wing, delta);
}

function atMaturity(smiles: readonly Smile[], right: Right): number | undefined {
  const variances = smiles.flatMap((smile) => {
    const volatility = volatilityAtDelta(smile, right, WING);
    return volatility === undefined
      ? []
      : [{ at: smile.years, value: volatility * volatility * smile.years }];
  });
  const variance = interpolate(variances, MATURITY);
  return variance === undefined ? undefined : Math.sqrt(variance / MATURITY);
}

type Node = { readonly at: number; readonly value: number };

/** On the line between the nearest nodes on both sides, or of the node that is there. */
function interpolate(nodes: readonly Node[], at: number): number | undefined {
  const sorted = nodes
    .filter((node) => Number.isFinite(node.at))
    .toSorted((first, second) => first.at - second.at);
  const below = sorted.findLast((node) => node.at <= at);
  const above = sorted.find((node) => node.at >= at);
  if (below === undefined || above === undefined) {
    return undefined;
  }
  const share = above.at === below.at ? 0 : (at - below.at) / (above.at - below.at);
  return below.value + share * (above.value - below.value);
}
