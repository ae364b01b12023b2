import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { expectedDailyRange } from './expected-daily-range.ts';
import { readClose } from './read-close.ts';
import { termShape } from './judge-term.ts';

/** The volatility picture at the last close. */
export function volatilityReport(
  snapshot: Snapshot,
  settings: Pick<Settings, 'vix.gates' | 'term.flat' | 'term.steep' | 'edr.mode'>,
): VolatilityReport {
  const { market } = snapshot;
  const vix = readClose(market.vix, snapshot);
  const termSlope = readSlope(readClose(market.vix3m, snapshot), vix);
  return {
    vix,
    termSlope,
    termShape: termShape(termSlope.known ? termSlope.value : undefined, settings),
    ...(vix.known && { gate: gatesPassed(vix.value, settings) }),
    expectedDailyRange: expectedDailyRange(snapshot, settings),
    rut: readClose(market.rut, snapshot),
    spx: readClose(market.spx, snapshot),
  };
}

/** How many of the server's VIX gates a level has reached, 0 to 3. */
export function gatesPassed(vix: number, settings: Pick<Settings, 'vix.gates'>): number {
  return settings['vix.gates'].filter((gate) => roundOff(vix - gate) >= 0).length;
}

function readSlope(far: Reading<number>, near: Reading<number>): Reading<number> {
  if (!far.known || !near.known) {
    return far.known ? near : far;
  }
  return { ...far, value: roundOff((far.value / near.value - 1) * 100) };
}
