import type { Close } from '#domain/market/session.ts';
import type { IndexName } from '#ports/sources/market-data.ts';

/**
 * The exchanges halt for the day when the S&P 500 has fallen by a fifth, and in 1987 it fell a little more: by a quarter
 * no index falls in a session, and none comes back from such a fall.
 */
const EQUITY = -Math.log(0.75);

/** The VIX has more than doubled in a session (2018-02-05), and never quadrupled. */
const VOLATILITY = Math.log(4);

const EQUITIES: ReadonlySet<IndexName> = new Set(['RUT', 'SPX', 'IWM', 'SPY']);

type Sifted = { readonly closes: readonly Close[]; readonly spikes: readonly Close[] };

/**
 * Leaves out closes that no session can have had: further from the one before than any session moves, with the next
 * one back again, or with no next one.
 *
 * @param closes - oldest first
 */
export function withoutSpikes(index: IndexName, closes: readonly Close[]): Sifted {
  const furthest = EQUITIES.has(index) ? EQUITY : VOLATILITY;
  const isFar = (one: number, other: number): boolean => Math.abs(Math.log(other / one)) > furthest;
  const plausible: Close[] = [];
  const spikes: Close[] = [];
  closes.forEach((close, place) => {
    const before = plausible.at(-1)?.close ?? close.close;
    const after = closes[place + 1]?.close ?? before;
    const isSpike = isFar(before, close.close) && !isFar(before, after);
    (isSpike ? spikes : plausible).push(close);
  });
  return { closes: plausible, spikes };
}
