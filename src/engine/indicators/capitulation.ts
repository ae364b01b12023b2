import type { Truth } from '#domain/signal/evidence.ts';
import type { Series } from '#domain/market/series.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { zeroCrossings, type Crossing } from './zero-crossings.ts';

/** One truth per session, and the first session of each run of true. */
export type Capitulation = { readonly state: readonly Truth[]; readonly events: readonly number[] };

type Bounds = { readonly rsiThreshold: number; readonly windowBars: number };

/**
 * Where an oversold RSI and a bearish MACD cross meet within some bars, and no bullish cross has come since.
 *
 * Dated at the later of the two, never back-dated. The product's own rule compares two indices and is written with
 * the evidence; this is the textbook one, for a single series.
 *
 * @param rsi - one value per session, oldest first
 * @param histogram - of the MACD, one value per session
 */
export function capitulation(rsi: Series, histogram: Series, bounds: Bounds): Capitulation {
  const crossings = zeroCrossings(histogram);
  const state = rsi.map((_, index) => judge(rsi, histogram, { ...bounds, index, crossings }));
  return {
    state,
    events: state.flatMap((truth, index) => (truth === 'true' && state[index - 1] !== 'true' ? [index] : [])),
  };
}

type Place = Bounds & { readonly index: number; readonly crossings: readonly Crossing[] };

function judge(rsi: Series, histogram: Series, place: Place): Truth {
  const { index, windowBars, rsiThreshold, crossings } = place;
  const today = histogram[index];
  if (today === undefined || rsi[index] === undefined) {
    return 'unknown';
  }
  const first = Math.max(0, index + 1 - windowBars);
  const isOversold = rsi
    .slice(first, index + 1)
    .some((value) => value !== undefined && roundOff(value - rsiThreshold) <= 0);
  const latest = crossings.findLast((crossing) => crossing.index <= index);
  const hasTurned = latest?.kind === 'bearish' && latest.index >= first;
  return isOversold && hasTurned && roundOff(today) < 0 ? 'true' : 'false';
}
