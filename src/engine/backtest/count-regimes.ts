import type { RegimeRow, ReleaseRow } from '#domain/history/backtest.ts';
import { mean } from '#engine/statistics/mean.ts';
import { countFunnel, hasLagged } from './count-funnel.ts';
import type { MarketPaths } from './market-paths.ts';
import { outcomeAfter } from './outcome-after.ts';

/** Years that are looked at apart: calm, the pandemic, high inflation, and what came after. */
const REGIMES: readonly (readonly [name: string, from: string, until: string])[] = [
  ['before 2010', '0000', '2010'],
  ['2010s', '2010', '2020'],
  ['2020', '2020', '2021'],
  ['2021–23', '2021', '2024'],
  ['since 2024', '2024', '9999'],
];

const HORIZON = 5;

/** The funnel of each regime, and what came within five sessions of the first lag; those without releases are left out. */
export function countRegimes(rows: readonly ReleaseRow[], paths: MarketPaths): readonly RegimeRow[] {
  return REGIMES.flatMap(([regime, from, until]) => {
    const inside = rows.filter(({ releasedOn }) => releasedOn >= from && releasedOn < until);
    return inside.length === 0
      ? []
      : [{ regime, funnel: countFunnel(inside), lagged: afterLag(inside, paths) }];
  });
}

function afterLag(rows: readonly ReleaseRow[], paths: MarketPaths): RegimeRow['lagged'] {
  const places = rows.filter(hasLagged).map(({ firsts }) => paths.placeOf(firsts.lag ?? ''));
  const meanOf = (outcome: 'vix' | 'relative'): number | undefined =>
    mean(
      places
        .map((place) => outcomeAfter(paths, outcome, place, HORIZON))
        .filter((value) => value !== undefined),
    );
  const [vix, relative] = [meanOf('vix'), meanOf('relative')];
  return {
    count: places.length,
    ...(vix !== undefined && { vix }),
    ...(relative !== undefined && { relative }),
  };
}
