import type { BacktestStudy, CounterExample, GridRow } from '#domain/history/backtest.ts';
import type { State } from '#domain/signal/decision.ts';
import type { SettingKey, Settings } from '#domain/settings/settings.ts';
import { expectedMaximum } from '#engine/statistics/inference.ts';
import { seededRandom } from '#engine/statistics/seeded-random.ts';
import { compareStrategies, priceRaises } from './compare-strategies.ts';
import { countFunnel, countRegimes, followConfirmed } from './release-counts.ts';
import type { Timeline } from './history-timeline.ts';
import { judgeOutcomes } from './judge-outcomes.ts';
import { type MarketPaths, marketPaths } from './market-paths.ts';
import { matchedWindows } from './matched-windows.ts';
import { type Period, playHistory, type Progress } from './play-history.ts';
import { createRecorder, type PlayRecord } from './recorder.ts';

/** Weak prints after which small caps led. @see docs/method.md#counter-examples */
const COUNTER_EXAMPLES = ['2022-11-10', '2023-11-14', '2024-07-11'];

const STATES: readonly State[] = ['CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION', 'HOLD', 'UNWIND'];

/** Settings beside the ones asked about. */
export type Variant = { readonly key: string; readonly value: string; readonly settings: Settings };

export type StudyRequest = {
  readonly settings: Settings;
  /** As people read them, for the report. */
  readonly changed: readonly { readonly key: SettingKey; readonly value: string }[];
  /** Played beside, for the sensitivity of the result. */
  readonly variants: readonly Variant[];
  readonly period: Period;
  readonly draws: number;
  readonly seed: number;
};

/**
 * Plays a history and looks at what came of it. The same request gives the same study.
 *
 * Comes in pieces, so that whoever asks may do something else between them.
 *
 * Nothing is fitted: every parameter stands before the first release, and deviations, scores and betas are those of
 * the instant.
 */
export function* studyHistory(timeline: Timeline, request: StudyRequest): Generator<Progress, BacktestStudy> {
  const { settings, period, variants, draws, seed } = request;
  const { from, until } = period;
  const released = timeline.releases.filter(({ dayZero }) => dayZero >= from && dayZero <= until);
  const recorder = createRecorder(timeline, released, settings);
  const beside = variants.map((variant) => createRecorder(timeline, released, variant.settings));
  yield* playHistory(timeline, [recorder, ...beside], period);
  const played = recorder.record();
  const paths = marketPaths(timeline);
  const stretch = placesOf(paths, period);
  const ratios = { base: settings['ratio.base'], confirmed: settings['ratio.confirmed'] };
  const zeros = timeline.releases.map(({ dayZero }) => paths.placeOf(dayZero));
  const matched = matchedWindows(paths, zeros, stretch);
  const { futures } = timeline.history;
  const [first, last] = [futures[0], futures.at(-1)];
  const outcomes = yield* judgeOutcomes(played.rows, paths, matched, { draws, random: seededRandom(seed) });
  return {
    from,
    until,
    changed: request.changed,
    ...ratios,
    ...played,
    funnel: countFunnel(played.rows),
    regimes: countRegimes(played.rows, paths),
    confirmations: followConfirmed(played.rows, paths),
    outcomes,
    strategies: compareStrategies(paths, played.steps, ratios, stretch),
    ...(first && last && { futuresCover: { from: first.session, until: last.session } }),
    raises: priceRaises(paths, played.steps, ratios.base, stretch.until),
    grid: variants.map((variant, index) =>
      gridRow(variant, beside[index]?.record() ?? played, paths, stretch),
    ),
    counterExamples: COUNTER_EXAMPLES.flatMap((day) => counterExample(day, played, paths)),
    bootstrap: { draws, seed },
    expectedMaximum: expectedMaximum(variants.length + 1),
  };
}

function placesOf(
  { sessions }: MarketPaths,
  { from, until }: Period,
): { readonly from: number; readonly until: number } {
  return {
    from: sessions.findIndex((session) => session >= from),
    until: sessions.findLastIndex((session) => session <= until),
  };
}

function gridRow(
  { key, value, settings }: Variant,
  { rows, steps }: PlayRecord,
  paths: MarketPaths,
  { until }: { readonly until: number },
): GridRow {
  const counts = new Map(countFunnel(rows).map(({ id, count }) => [id, count]));
  const raises = priceRaises(paths, steps, settings['ratio.base'], until);
  return {
    key,
    value,
    weak: counts.get('weak') ?? 0,
    lag: counts.get('lag') ?? 0,
    confirmed: counts.get('confirmed') ?? 0,
    raised: counts.get('raised') ?? 0,
    steps: steps.filter(({ from, to }) => to > from).length,
    extra: raises.reduce((sum, { extra }) => sum + extra, 0),
  };
}

function counterExample(
  day: string,
  { rows }: PlayRecord,
  { placeOf, rut, spx }: MarketPaths,
): readonly CounterExample[] {
  const percent = (series: MarketPaths['rut'], place: number): number | undefined => {
    const [before, now] = [series[place - 1], series[place]];
    return before === undefined || now === undefined ? undefined : (now / before - 1) * 100;
  };
  return rows
    .filter(({ releasedOn }) => releasedOn === day)
    .map((row) => {
      const place = placeOf(row.dayZero);
      const [small, large] = [percent(rut, place), percent(spx, place)];
      return {
        releaseId: row.releaseId,
        class: row.class,
        ...(row.z !== undefined && { z: row.z }),
        ...(small !== undefined && { rut: small }),
        ...(large !== undefined && { spx: large }),
        highestState: STATES.findLast((state) => row.states.includes(state)) ?? 'CALM',
        raised: row.outcome === 'raised',
      };
    });
}
