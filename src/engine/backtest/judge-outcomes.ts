import type { OutcomeCell, OutcomeId, ReleaseRow, StageId } from '#domain/history/backtest.ts';
import { bootstrapMean } from '#engine/statistics/bootstrap-mean.ts';
import { holmCorrection, wilsonInterval } from '#engine/statistics/inference.ts';
import { mean, median } from '#engine/statistics/summary.ts';
import { hasLagged } from './release-counts.ts';
import type { MarketPaths } from './market-paths.ts';
import type { MatchedWindows } from './matched-windows.ts';
import type { Progress } from './play-history.ts';
import { HORIZONS, outcomeAfter, OUTCOMES } from './outcome-after.ts';

/** Fewer clusters than this have no interval worth printing. */
const FEWEST_CLUSTERS = 5;

/** Day 0s at most so many sessions apart are one event: a CPI and a PPI of one week. */
const TOGETHER = 5;

/** Windows this long reach into the next month's release, so neighbours are drawn together. */
const OVERLAPPING = 21;
const BLOCK = 2;

const STAGES = ['weak', 'lag', 'confirmed'] as const;
const CELLS = OUTCOMES.flatMap((outcome) => HORIZONS.map((horizon) => [outcome, horizon] as const));

export type Randomness = { readonly draws: number; readonly random: () => number };

type Anchor = { readonly place: number; readonly zero: number };

/**
 * What came after each stage, cell by cell, beside matched windows.
 *
 * Looking begins at the close at which a stage was reached, so that nothing is counted that had happened before
 * anybody could know. Holm's correction is over all cells of a stage.
 */
export function* judgeOutcomes(
  rows: readonly ReleaseRow[],
  paths: MarketPaths,
  matched: MatchedWindows,
  chance: Randomness,
): Generator<Progress, readonly OutcomeCell[]> {
  const all: OutcomeCell[] = [];
  for (const stage of STAGES) {
    const clusters = clustered(anchorsOf(rows, paths, stage));
    const cells: OutcomeCell[] = [];
    for (const [outcome, horizon] of CELLS) {
      cells.push(judgeCell({ stage, outcome, horizon, clusters }, paths, matched, chance));
      yield { done: all.length + cells.length, all: STAGES.length * CELLS.length };
    }
    all.push(...corrected(cells));
  }
  return all;
}

function anchorsOf(rows: readonly ReleaseRow[], { placeOf }: MarketPaths, stage: StageId): readonly Anchor[] {
  return rows.flatMap((row) => {
    const closes = {
      weak: row.weak ? row.dayZero : undefined,
      lag: hasLagged(row) ? row.firsts.lag : undefined,
      confirmed: row.confirmedOn,
    };
    const session = closes[stage];
    return session === undefined ? [] : [{ place: placeOf(session), zero: placeOf(row.dayZero) }];
  });
}

function clustered(anchors: readonly Anchor[]): readonly (readonly Anchor[])[] {
  const clusters: Anchor[][] = [];
  for (const anchor of anchors) {
    const last = clusters.at(-1);
    const before = last?.at(-1);
    if (last && before && anchor.zero - before.zero <= TOGETHER) {
      last.push(anchor);
    } else {
      clusters.push([anchor]);
    }
  }
  return clusters;
}

type Question = {
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly horizon: number;
  readonly clusters: readonly (readonly Anchor[])[];
};

function judgeCell(
  { stage, outcome, horizon, clusters }: Question,
  paths: MarketPaths,
  matched: MatchedWindows,
  { draws, random }: Randomness,
): OutcomeCell {
  const after = (place: number): number | undefined => outcomeAfter(paths, outcome, place, horizon);
  const known = (places: readonly number[]): readonly number[] =>
    places.map(after).filter((value) => value !== undefined);
  const pairs = clusters
    .map((cluster) =>
      cluster.flatMap(({ place }) => {
        const value = after(place);
        const like = known(matched(place));
        return value === undefined ? [] : [{ value, usual: mean(like), windows: like.length }];
      }),
    )
    .filter(({ length }) => length > 0);
  const all = pairs.flat();
  const values = all.map(({ value }) => value);
  const differences = pairs
    .map((cluster) => cluster.flatMap(({ value, usual }) => (usual === undefined ? [] : [value - usual])))
    .filter(({ length }) => length > 0);
  const drawn =
    differences.length < FEWEST_CLUSTERS
      ? undefined
      : bootstrapMean(differences, { draws, random, block: horizon >= OVERLAPPING ? BLOCK : 1 });
  const positive = values.filter((value) => value > 0).length;
  return {
    stage,
    outcome,
    horizon,
    count: values.length,
    clusters: pairs.length,
    positive,
    matchedWindows: Math.round(mean(all.map(({ windows }) => windows)) ?? 0),
    ...present('mean', mean(values)),
    ...present('median', median(values)),
    ...present('positiveShare', wilsonInterval(positive, values.length)),
    ...present('matched', mean(all.map(({ usual }) => usual).filter((usual) => usual !== undefined))),
    ...present('difference', mean(differences.flat())),
    ...(drawn && { interval: { low: drawn.low, high: drawn.high }, chance: drawn.chance }),
  };
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  const none: { readonly [Key in Name]?: Value } = {};
  return value === undefined ? none : { ...none, [name]: value };
}

function corrected(cells: readonly OutcomeCell[]): readonly OutcomeCell[] {
  const tested = cells.filter(({ chance }) => chance !== undefined);
  const chances = holmCorrection(tested.map(({ chance = 1 }) => chance));
  return cells.map((cell) => {
    const chanceHolm = chances[tested.indexOf(cell)];
    return chanceHolm === undefined ? cell : { ...cell, chanceHolm };
  });
}
