import type {
  ConfirmedAfter,
  Coverage,
  FunnelId,
  FunnelStage,
  RegimeRow,
  ReleaseRow,
} from '#domain/history/backtest.ts';
import type { Timeline } from './history-timeline.ts';
import type { Played } from './play-history.ts';
import { mean } from '#engine/statistics/summary.ts';
import type { MarketPaths } from './market-paths.ts';
import { HORIZONS, outcomeAfter, OUTCOMES } from './outcome-after.ts';

const STAGES: readonly (readonly [FunnelId, (row: ReleaseRow) => boolean])[] = [
  ['released', () => true],
  ['classified', (row) => row.class !== 'unclassified'],
  ['weak', (row) => row.weak],
  ['lag', hasLagged],
  ['lag+trend', (row) => hasLagged(row) && row.withLag.trend !== undefined],
  ['lag+breadth', (row) => hasLagged(row) && row.withLag.breadth !== undefined],
  ['lag+rsi', (row) => hasLagged(row) && row.withLag.rsi !== undefined],
  ['lag+macd', (row) => hasLagged(row) && row.withLag.macd !== undefined],
  ['confirmed', (row) => row.confirmedOn !== undefined],
  ['raised', (row) => row.outcome === 'raised'],
];

/** How many releases came how far; those with lag are weak ones. */
export function countFunnel(rows: readonly ReleaseRow[]): readonly FunnelStage[] {
  return STAGES.map(([id, holds]) => ({ id, count: rows.filter(holds).length }));
}

/** Whether small caps fell behind at a close of a weak print's own window. */
export function hasLagged({ weak, firsts }: ReleaseRow): boolean {
  return weak && firsts.lag !== undefined;
}

type Counts = { known: number; of: number };

/** Counts, year by year, at how many official closes each input was known. */
export function countCoverage({ history }: Timeline): {
  take(played: Played): void;
  years(): readonly Coverage[];
} {
  const settled = new Set(history.futures.map(({ session }) => session));
  const counts = new Map<string, Map<Coverage['input'], Counts>>();

  return {
    take({ decision, snapshot }) {
      const { session } = decision.evaluation;
      const year = session.slice(0, 'YYYY'.length);
      const ofYear = counts.get(year) ?? new Map<Coverage['input'], Counts>();
      counts.set(year, ofYear);
      const count = (input: Coverage['input'], isKnown: boolean): void => {
        const before = ofYear.get(input) ?? { known: 0, of: 0 };
        ofYear.set(input, { known: before.known + (isKnown ? 1 : 0), of: before.of + 1 });
      };
      decision.evidence.forEach(({ id, truth }) => count(id, truth !== 'unknown'));
      if (decision.print) {
        count('consensus', decision.print.classified && decision.print.hasConsensus);
      }
      count('fomc', snapshot.fomc !== undefined);
      count('futures', settled.has(session));
    },

    years: () =>
      [...counts].flatMap(([year, ofYear]) =>
        [...ofYear].map(([input, { known, of }]) => ({ year, input, known, of })),
      ),
  };
}

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

/** What came after each confirmed close, event by event. */
export function followConfirmed(rows: readonly ReleaseRow[], paths: MarketPaths): readonly ConfirmedAfter[] {
  return rows.flatMap(({ releaseId, confirmedOn }) => {
    if (confirmedOn === undefined) {
      return [];
    }
    const place = paths.placeOf(confirmedOn);
    const vixLevel = paths.vix[place];
    const after = OUTCOMES.flatMap((outcome) =>
      HORIZONS.map((horizon) => {
        const value = outcomeAfter(paths, outcome, place, horizon);
        return { outcome, horizon, ...(value !== undefined && { value }) };
      }),
    );
    return [{ releaseId, ...(vixLevel !== undefined && { vixLevel }), after }];
  });
}
