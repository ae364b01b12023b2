import type { MarketHistory } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';
import type { SlopeThen } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { termShape } from '#engine/evidence/judge-term.ts';

const PERCENT = 100;

/**
 * VIX3M/VIX − 1 at the last close before a session: what the curve was before the print of that day.
 *
 * @returns `undefined` where either index has no close of that session
 */
export function slopeBefore(
  { vix, vix3m }: Pick<MarketHistory, 'vix' | 'vix3m'>,
  settings: Pick<Settings, 'term.flat' | 'term.steep'>,
  dayZero: Session,
): SlopeThen | undefined {
  const near = vix.closes.findLast(({ session }) => session < dayZero);
  const far = vix3m?.closes.find(({ session }) => session === near?.session);
  if (!near || !far) {
    return undefined;
  }
  const slope = (far.close / near.close - 1) * PERCENT;
  return { session: near.session, slope, shape: termShape(slope, settings) };
}
