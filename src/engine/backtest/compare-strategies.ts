import type { RaiseRow, RatioStep, StrategyId, StrategyRow } from '#domain/history/backtest.ts';
import type { Series } from '#domain/market/session.ts';
import { standardDeviation } from '#engine/statistics/summary.ts';
import type { MarketPaths } from './market-paths.ts';

/** VIX points that every trade in a future pays: half of a spread of two ticks. */
const HALF_SPREAD = 0.05;

/** Sessions over which the worst stretch is looked for. */
const STRETCH = 5;

/** Sessions between two rolls of a monthly future, for spreading the cost of rolling over the days. */
const ROLL_EVERY = 21;

type Ratios = { readonly base: number; readonly confirmed: number };

/** The part of the paths that is looked at, both ends included. */
type Stretch = { readonly from: number; readonly until: number };

/** Where the hedge is priced from in a session, and what a point of exposure gained. */
type Move = { readonly gain: number; readonly priced: 'futures' | 'vix'; readonly tradeCost: number };

/**
 * No hedge, always base, always confirmed, and the rule, side by side.
 *
 * The hedge is a proxy and no VIX calls: per point of ratio it holds 1/β second-month VIX futures, or earns the
 * VIX's own change where no futures are known, which leaves out what holding costs. A call's convexity and its
 * time decay are in neither.
 */
export function compareStrategies(
  paths: MarketPaths,
  steps: readonly RatioStep[],
  { base, confirmed }: Ratios,
  stretch: Stretch,
): readonly StrategyRow[] {
  const rule = ratioPath(paths, steps, base);
  const ratios: readonly (readonly [StrategyId, (place: number) => number])[] = [
    ['none', () => 0],
    ['base', () => base],
    ['confirmed', () => confirmed],
    ['rule', (place) => rule[place] ?? base],
  ];
  return ratios.map(([id, ratioAt]) => strategyRow(id, paths, ratioAt, stretch));
}

/** The programme ratio after each session's close. */
function ratioPath({ sessions }: MarketPaths, steps: readonly RatioStep[], base: number): readonly number[] {
  const adopted = new Map(steps.map(({ session, to }) => [session, to]));
  let ratio = base;
  return sessions.map((session) => {
    ratio = adopted.get(session) ?? ratio;
    return ratio;
  });
}

function strategyRow(
  id: StrategyId,
  paths: MarketPaths,
  ratioAt: (place: number) => number,
  { from, until }: Stretch,
): StrategyRow {
  const sums = { futures: 0, vix: 0 };
  const together: number[] = [];
  for (let place = from + 1; place <= until; place += 1) {
    const move = moveOf(paths, place);
    const change = changeOf(paths.vix, place);
    const held = ratioAt(place - 1);
    const gain = move ? held * move.gain - costOf(move, held, ratioAt(place)) : 0;
    sums[move?.priced ?? 'vix'] += gain;
    together.push(gain - (change ?? 0));
  }
  return {
    id,
    withFutures: sums.futures,
    withoutFutures: sums.vix,
    deviation: standardDeviation(together) ?? 0,
    ...worstOf(together, paths, from + 1),
  };
}

/** Rolling what is held, and trading what changed. */
function costOf({ priced, tradeCost }: Move, held: number, next: number): number {
  const rolling = priced === 'futures' ? (2 * held * tradeCost) / ROLL_EVERY : 0;
  return rolling + Math.abs(next - held) * tradeCost;
}

function moveOf(paths: MarketPaths, place: number): Move | undefined {
  const exposure = paths.exposure[place];
  const share = paths.beta[place - 1];
  if (exposure !== undefined && share !== undefined) {
    return { gain: exposure, priced: 'futures', tradeCost: HALF_SPREAD / share };
  }
  const change = changeOf(paths.vix, place);
  return change === undefined ? undefined : { gain: change, priced: 'vix', tradeCost: HALF_SPREAD };
}

function changeOf(series: Series, place: number): number | undefined {
  const [before, now] = [series[place - 1], series[place]];
  return before === undefined || now === undefined ? undefined : now - before;
}

function worstOf(
  together: readonly number[],
  { sessions }: MarketPaths,
  first: number,
): Pick<StrategyRow, 'worst' | 'worstEndedOn'> {
  const sums = together.map((_, index) =>
    together.slice(Math.max(0, index + 1 - STRETCH), index + 1).reduce((sum, value) => sum + value, 0),
  );
  const worst = Math.min(...sums);
  const session = sessions[first + sums.indexOf(worst)];
  return { worst, ...(session !== undefined && { worstEndedOn: session }) };
}

/** Every stay above base: from the step that left it to the one that came back. */
export function priceRaises(
  paths: MarketPaths,
  steps: readonly RatioStep[],
  base: number,
  until: number,
): readonly RaiseRow[] {
  const excess = ratioPath(paths, steps, base).map((ratio) => ratio - base);
  const firsts = steps.filter(({ from, to }) => from <= base && to > base);
  return firsts.map(({ session, releaseId = '' }) => {
    const start = paths.placeOf(session);
    const back = excess.findIndex((above, place) => place > start && above <= 0);
    const end = back < 0 ? until : back;
    const backOn = paths.sessions[back];
    return {
      releaseId,
      from: session,
      ...(backOn !== undefined && { until: backOn }),
      highest: base + Math.max(...excess.slice(start, end + 1)),
      ...priceExcess(paths, excess, { from: start, until: end }),
    };
  });
}

/** What the part above base gained between two closes, after costs, and what it was priced from. */
function priceExcess(
  paths: MarketPaths,
  excess: readonly number[],
  { from, until }: Stretch,
): Pick<RaiseRow, 'extra' | 'priced'> {
  const at = (place: number): number => excess[place] ?? 0;
  const moves = excess.map((_, place) => (place > from && place <= until ? moveOf(paths, place) : undefined));
  const known = moves.filter((move) => move !== undefined);
  const bought = at(from) * (moveOf(paths, from)?.tradeCost ?? 0);
  const extra = moves.reduce(
    (sum, move, place) =>
      move ? sum + at(place - 1) * move.gain - costOf(move, at(place - 1), at(place)) : sum,
    -bought,
  );
  const sources = new Set(known.map(({ priced }) => priced));
  return { extra, priced: sources.size > 1 ? 'both' : (known[0]?.priced ?? 'vix') };
}
