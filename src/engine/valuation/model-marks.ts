/**
 * The one rule for prices where nobody quotes: volatilities of SPX options from the VIX family, VIX futures from
 * settlements or the same curve, VIX calls from the VVIX. What it makes is labelled "model", never mixed with quotes
 * without saying so.
 *
 * @see docs/method.md#model-marks
 */
import type { ModelLevels } from '#domain/book/mark.ts';

/** Closes of the VIX family at one instant, index points; those that were not recorded are absent. */
export type VolatilityLevels = Pick<ModelLevels, 'vix' | 'vix9d' | 'vix3m' | 'vix6m' | 'vix1y'>;

/** Days that each index of the family looks ahead, nearest first. */
const NODES = [
  ['vix9d', 9],
  ['vix', 30],
  ['vix3m', 93],
  ['vix6m', 184],
  ['vix1y', 365],
] as const;

const DAYS_A_YEAR = 365;
const PERCENT = 100;

/** At-the-money volatility as a part of the VIX, which also pays for the wings. */
const AT_THE_MONEY = 0.85;

/** The smile in standard deviations from the forward: fitted on five recorded chains. */
const SMILE = { slope: -0.17, curve: 0.025, least: 0.3, from: -3.5, to: 2.5 };

/** Days at which the futures' curve is computed where no settlement was recorded. */
const CURVE_DAYS: readonly number[] = [0, 9, 30, 60, 93, 120, 154, 184, 240, 300, 335];

/** Days of SPX volatility that a VIX future stands for. */
const FUTURE_SPAN = 30;

/** Days below which a VIX option's volatility rises no further. */
const SHORTEST_OPTION = 7;

/**
 * Implied volatility that the VIX family gives to a term: total variance linear between its days, flat outside.
 *
 * @param days - calendar days ahead, above 0
 * @returns a fraction
 *
 * @internal for tests
 */
export function termVolatility(levels: VolatilityLevels, days: number): number {
  const nodes = NODES.flatMap(([name, at]) => {
    const level = levels[name];
    return level === undefined ? [] : [{ at, variance: (level / PERCENT) ** 2 * at }];
  });
  const above = nodes.find(({ at }) => at >= days);
  const below = nodes.findLast(({ at }) => at <= days);
  if (!above || !below) {
    const edge = above ?? below;
    return edge ? Math.sqrt(edge.variance / edge.at) : Number.NaN;
  }
  const part = above.at === below.at ? 0 : (days - below.at) / (above.at - below.at);
  return Math.sqrt((below.variance + part * (above.variance - below.variance)) / days);
}

/** An SPX option that the model gives a volatility. */
export type SmilePoint = {
  /** Index points. */
  readonly strike: number;
  readonly forward: number;
  /** Calendar days to settlement with their fraction, above 0. */
  readonly days: number;
};

/**
 * Implied volatility of an SPX option at its own strike: 0.85·σ(T)·g(x), x in standard deviations from the forward.
 *
 * @returns a fraction
 */
export function indexVolatility(levels: VolatilityLevels, { strike, forward, days }: SmilePoint): number {
  const flat = AT_THE_MONEY * termVolatility(levels, days);
  return flat * smileAt(Math.log(strike / forward) / (flat * Math.sqrt(days / DAYS_A_YEAR)));
}

/** What the smile multiplies the at-the-money volatility by, at least 0.3. */
function smileAt(deviations: number): number {
  const x = Math.min(SMILE.to, Math.max(SMILE.from, deviations));
  return Math.max(SMILE.least, 1 + SMILE.slope * x + SMILE.curve * x ** 2);
}

/**
 * Implied volatility of a VIX option, the same at every strike: VVIX·(30/max(τ, 7))^¼.
 *
 * @param vvix - index points
 * @param days - calendar days to settlement
 * @returns a fraction
 */
export function vixOptionVolatility(vvix: number, days: number): number {
  return (vvix / PERCENT) * (FUTURE_SPAN / Math.max(days, SHORTEST_OPTION)) ** 0.25;
}

/** A VIX future's settlement of the day, VIX points, and the calendar days that it has left. */
export type SettledFuture = { readonly days: number; readonly price: number };

/**
 * A VIX future with so many days left: on the line through the VIX at 0 and the day's settlements, beyond the last of
 * them as that; without settlements by the curve of the VIX family.
 *
 * @param settlements - any order
 * @returns VIX points
 */
export function modelFuture(
  levels: VolatilityLevels,
  days: number,
  settlements: readonly SettledFuture[],
): number {
  const nodes =
    settlements.length > 0
      ? [{ days: 0, price: levels.vix }, ...settlements.filter((future) => future.days > 0)]
      : CURVE_DAYS.map((at) => ({ days: at, price: forwardVolatility(levels, at) }));
  return onTheLine(
    nodes.toSorted((first, second) => first.days - second.days),
    days,
  );
}

/** R(t): the volatility from t to t + 30 days that total variance implies, VIX points; never below half of s(t). */
function forwardVolatility(levels: VolatilityLevels, from: number): number {
  const to = from + FUTURE_SPAN;
  const near = termVolatility(levels, Math.max(from, 1)) ** 2;
  const far = termVolatility(levels, to) ** 2;
  return PERCENT * Math.sqrt(Math.max((to * far - from * near) / FUTURE_SPAN, near / 4));
}

function onTheLine(nodes: readonly SettledFuture[], days: number): number {
  const below = nodes.findLast((node) => node.days <= days);
  const above = nodes.find((node) => node.days >= days);
  if (!below || !above) {
    return (below ?? above)?.price ?? Number.NaN;
  }
  const part = above.days === below.days ? 0 : (days - below.days) / (above.days - below.days);
  return below.price + part * (above.price - below.price);
}
