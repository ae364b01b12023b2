import type { OutcomeId } from '#domain/history/backtest.ts';
import type { MarketPaths } from './market-paths.ts';

/** Sessions after which is looked at what came. */
export const HORIZONS = [1, 5, 10, 21] as const;

export const OUTCOMES: readonly OutcomeId[] = ['relative', 'spx', 'vix', 'futures'];

/**
 * What came in so many sessions after a close.
 *
 * @param place - of the close in the paths' sessions
 * @returns `relative` (logarithmic RUT less SPX) and `spx` in percent, the others in points; `undefined` where a
 *   value is missing
 */
export function outcomeAfter(
  paths: MarketPaths,
  outcome: OutcomeId,
  place: number,
  horizon: number,
): number | undefined {
  const growth = (series: MarketPaths['rut']): number | undefined => {
    const [from, to] = [series[place], series[place + horizon]];
    return from === undefined || to === undefined ? undefined : Math.log(to / from);
  };
  switch (outcome) {
    case 'relative': {
      const [small, large] = [growth(paths.rut), growth(paths.spx)];
      return small === undefined || large === undefined ? undefined : (small - large) * 100;
    }
    case 'spx': {
      const large = growth(paths.spx);
      return large === undefined ? undefined : (Math.exp(large) - 1) * 100;
    }
    case 'vix': {
      const [from, to] = [paths.vix[place], paths.vix[place + horizon]];
      return from === undefined || to === undefined ? undefined : to - from;
    }
    case 'futures':
      return sumOf(paths.future.slice(place + 1, place + 1 + horizon), horizon);
  }
}

function sumOf(moves: MarketPaths['future'], wanted: number): number | undefined {
  const known = moves.filter((move) => move !== undefined);
  return known.length === wanted ? known.reduce((sum, move) => sum + move, 0) : undefined;
}
