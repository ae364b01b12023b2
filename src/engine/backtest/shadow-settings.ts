import type { ReleaseRow } from '#domain/history/backtest.ts';
import type { State } from '#domain/signal/decision.ts';
import type { ShadowReading, ShadowRow } from '#domain/signal/shadow.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Timeline } from './history-timeline.ts';
import { playHistory, type Progress } from './play-history.ts';
import { createRecorder } from './recorder.ts';

/** Prints that are looked back upon. */
const PRINTS = 60;

/** In the order in which `alerts.minState` counts them. */
const ORDER: readonly State[] = ['CALM', 'ARMED', 'HOLD', 'WATCH', 'CONFIRM', 'CAPITULATION', 'UNWIND'];

/**
 * What other settings would have made of the last prints, beside the present ones, through the engine itself.
 *
 * A print alerts when an official close of its window shows `alerts.minState` or higher, each by its own settings.
 *
 * @returns `undefined` where the timeline has no release
 */
export function* shadowSettings(
  timeline: Timeline,
  present: Settings,
  wished: Settings,
): Generator<Progress, ShadowReading | undefined> {
  const released = timeline.releases.slice(-PRINTS);
  const [first, last] = [released[0], timeline.sessions.at(-1)];
  if (!first || last === undefined) {
    return undefined;
  }
  const [before, after] = [present, wished].map((settings) => createRecorder(timeline, released, settings));
  if (!before || !after) {
    return undefined;
  }
  yield* playHistory(timeline, [before, after], { from: first.dayZero, until: last });
  const wishedRows = after.record().rows;
  const pairs = before.record().rows.flatMap((row, index): ShadowRow[] => {
    const other = wishedRows[index];
    return other ? [pairOf([row, present], [other, wished])] : [];
  });
  const count = (holds: (row: ShadowRow) => boolean): number => pairs.filter(holds).length;
  return {
    prints: released.length,
    from: first.releasedOn,
    until: released.at(-1)?.releasedOn ?? first.releasedOn,
    old: count((row) => row.old.alerts),
    new: count((row) => row.new.alerts),
    overlap: count((row) => row.old.alerts && row.new.alerts),
    rows: pairs.filter((row) => row.old.alerts || row.new.alerts),
  };
}

function pairOf(
  [row, present]: readonly [ReleaseRow, Settings],
  [other, wished]: readonly [ReleaseRow, Settings],
): ShadowRow {
  return { releaseId: row.releaseId, old: sideOf(row, present), new: sideOf(other, wished) };
}

function sideOf(row: ReleaseRow, settings: Settings): ShadowRow['old'] {
  const highest = ORDER.findLast((state) => row.states.includes(state)) ?? 'CALM';
  const least = ORDER.indexOf(settings['alerts.minState']);
  return {
    highest,
    alerts: row.weak && ORDER.indexOf(highest) >= least,
    raised: row.outcome === 'raised',
  };
}
