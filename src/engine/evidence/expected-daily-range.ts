import type { Reading } from '#domain/market/reading.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { readClose } from './read-close.ts';

/** Sessions in a year, as annual volatility is counted. */
const SESSIONS_A_YEAR = 252;

/** What SPX travels in a typical day by its nine-day implied volatility: VIX9D/√252, percent. */
export function expectedDailyRange(snapshot: Snapshot): Reading<number> {
  const vix9d = readClose(snapshot.market.vix9d, snapshot);
  return vix9d.known ? { ...vix9d, value: roundOff(vix9d.value / Math.sqrt(SESSIONS_A_YEAR)) } : vix9d;
}
