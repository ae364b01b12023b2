import type { Session } from '#domain/market/session.ts';
import { constantMaturity, type CurvePoint } from './constant-maturity.ts';
import type { BetaSession } from './estimate-beta.ts';

/** The VIX and its futures at one close. */
export type CurveSession = {
  /** VIX points; absent where unknown. */
  readonly vix?: number;
  /** Settlements of the futures, in any order. */
  readonly curve: readonly (CurvePoint & { readonly expiry: Session })[];
};

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
