import type { Reading } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { standardDeviation } from '#engine/statistics/summary.ts';
import { joinProvenance, readClose } from './read-close.ts';

/** Sessions in a year, as annual volatility is counted. */
const SESSIONS_A_YEAR = 252;

/** Sessions of SPX that realised volatility is measured over. */
const REALISED_SESSIONS = 20;

/** Shares of VIX9D and of realised volatility in the blend. */
const BLEND = { implied: 0.65, realised: 0.35 };

const PERCENT = 100;

/**
 * What SPX travels in a typical day, percent: by `edr.mode` VIX9D/√252, VIX/√252, or the blend of VIX9D and the realised
 * volatility of 20 sessions.
 *
 * @see docs/method.md#condor
 */
export function expectedDailyRange(
  snapshot: Snapshot,
  settings: Pick<Settings, 'edr.mode'>,
): Reading<number> {
  const volatility = annualVolatility(snapshot, settings['edr.mode']);
  return volatility.known
    ? { ...volatility, value: roundOff(volatility.value / Math.sqrt(SESSIONS_A_YEAR)) }
    : volatility;
}

/** Percent a year. */
function annualVolatility(snapshot: Snapshot, mode: Settings['edr.mode']): Reading<number> {
  const { market } = snapshot;
  if (mode === 'vix') {
    return readClose(market.vix, snapshot);
  }
  const vix9d = readClose(market.vix9d, snapshot);
  if (mode === 'vix9d' || !vix9d.known) {
    return vix9d;
  }
  const realised = realisedVolatility(snapshot);
  return realised.known
    ? {
        known: true,
        ...joinProvenance(vix9d, realised),
        value: BLEND.implied * vix9d.value + BLEND.realised * realised.value,
      }
    : realised;
}

/** Of SPX's daily log returns, n − 1, percent a year. */
function realisedVolatility(snapshot: Snapshot): Reading<number> {
  const { spx } = snapshot.market;
  const last = readClose(spx, snapshot);
  if (!last.known) {
    return last;
  }
  const until = spx.closes.findLastIndex(({ session }) => session === snapshot.lastSession);
  const closes = spx.closes.slice(Math.max(0, until - REALISED_SESSIONS), until + 1);
  const returns = closes
    .slice(1)
    .map(({ close }, place) => Math.log(close / (closes[place]?.close ?? close)));
  const deviation = returns.length < REALISED_SESSIONS ? undefined : standardDeviation(returns);
  return deviation === undefined || !Number.isFinite(deviation)
    ? { known: false, reason: 'too-little-history' }
    : { ...last, value: PERCENT * deviation * Math.sqrt(SESSIONS_A_YEAR) };
}
