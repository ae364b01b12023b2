import type { BetaEstimate, VolGeometry } from '#domain/hedge/valuation.ts';
import { mean } from '#engine/statistics/summary.ts';
import type { CurveSession } from '#domain/market/term-curve.ts';
import { constantMaturity } from './constant-maturity.ts';

/** Changes that are looked back on: a year. */
const LOOKBACK = 252;

/** Fewer changes than this leave the prior as it is. */
const FEWEST = 120;

/** Part of the estimate in what is used. */
const BLEND = 0.5;

/** No future is taken to move against the VIX, or by much more than it. */
const MOST = 1.2;

/** A sum of squared changes below this is what binary fractions leave of a constant. */
const NOISE = 1e-18;

/** One session of the VIX and of a future of constant maturity. */
export type BetaSession = {
  /** Closes, VIX points; absent where unknown. */
  readonly vix?: number;
  readonly future?: number;
  /** The curve's futures change on this day, so the change to it is left out. */
  readonly isRoll?: boolean;
};

/**
 * Beta of a VIX future to the VIX from daily point changes by least squares with intercept, over the last 252
 * sessions, blended half and half with the geometry's own from 120 changes on.
 *
 * @param days - to settlement, at which the future is held
 * @param sessions - oldest first
 * @see docs/method.md#measured-beta
 */
export function estimateBeta(
  days: number,
  sessions: readonly BetaSession[],
  geometry: VolGeometry,
): BetaEstimate {
  const prior = geometry.beta(days);
  const changes = changesOf(sessions);
  const line = fitLine(changes);
  const blended = line && changes.length >= FEWEST ? (1 - BLEND) * prior + BLEND * line.slope : prior;
  return {
    days,
    prior,
    ...(line && { estimate: line.slope, rSquared: line.rSquared }),
    sessions: changes.length,
    beta: Math.min(MOST, Math.max(0, blended)),
  };
}

type Change = { readonly vix: number; readonly future: number };

function changesOf(sessions: readonly BetaSession[]): readonly Change[] {
  return sessions.slice(-LOOKBACK - 1).flatMap((session, place, all) => {
    const before = all[place - 1];
    const isKnown =
      before?.vix !== undefined &&
      before.future !== undefined &&
      session.vix !== undefined &&
      session.future !== undefined;
    return isKnown && !session.isRoll
      ? [{ vix: session.vix - before.vix, future: session.future - before.future }]
      : [];
  });
}

function fitLine(
  changes: readonly Change[],
): { readonly slope: number; readonly rSquared: number } | undefined {
  const vix = mean(changes.map((change) => change.vix)) ?? 0;
  const future = mean(changes.map((change) => change.future)) ?? 0;
  let products = 0;
  let squares = 0;
  let futureSquares = 0;
  for (const change of changes) {
    products += (change.vix - vix) * (change.future - future);
    squares += (change.vix - vix) ** 2;
    futureSquares += (change.future - future) ** 2;
  }
  if (squares < NOISE) {
    return undefined;
  }
  // A future that never moved is explained whole by a slope of 0.
  const rSquared = futureSquares < NOISE ? 1 : products ** 2 / (squares * futureSquares);
  return { slope: products / squares, rSquared };
}

/**
 * A future held at so many days to settlement beside the VIX, session by session, for `estimateBeta`. A session whose
 * two futures are others than the day before's is a roll: its change compares different contracts.
 *
 * @param sessions - oldest first
 */
export function betaSessions(sessions: readonly CurveSession[], days: number): readonly BetaSession[] {
  const pairs = sessions.map(({ curve }) => pairAround(curve, days));
  return sessions.map(({ vix, curve }, place) => {
    const future = constantMaturity(curve, days);
    return {
      ...(vix !== undefined && { vix }),
      ...(future !== undefined && { future }),
      ...(place > 0 && pairs[place] !== pairs[place - 1] && { isRoll: true }),
    };
  });
}

/** The two futures around a number of days, by name. */
function pairAround(curve: CurveSession['curve'], days: number): string {
  const ascending = curve.toSorted((first, second) => first.days - second.days);
  const nearer = ascending.findLast((point) => point.days <= days);
  const farther = ascending.find((point) => point.days > days);
  return `${nearer?.expiry}.${farther?.expiry}`;
}
