import type { Settings, SettingText, ThresholdBook } from '#domain/settings/settings.ts';
import type { Session } from '#domain/market/session.ts';
import type { Timeline } from './history-timeline.ts';
import type { Period } from './play-history.ts';
import type { StudyRequest, Variant } from './study-history.ts';

/** Draws of every bootstrap. */
const DRAWS = 10_000;

/** Values that are tried one by one beside the settings asked about. */
export type BacktestGrid = Readonly<Record<string, readonly string[]>>;

export type BacktestOptions = {
  readonly preset?: string;
  readonly values: readonly SettingText[];
  readonly from: Session;
  /** Absent for the end of the history. */
  readonly until?: Session;
  readonly seed: number;
};

/**
 * Makes a study's request of what somebody typed: the settings, and the grid of others around them.
 *
 * Values of the grid that the settings do not allow, or that change nothing, are left out.
 *
 * @throws UnknownPreset, UnknownSetting, InvalidSetting; RangeError where the period has no session of the history
 */
export function backtestRequest(
  timeline: Timeline,
  thresholds: ThresholdBook,
  grid: BacktestGrid,
  wish: BacktestOptions,
): StudyRequest {
  const { defaults } = thresholds;
  const chosen = wish.preset === undefined ? [] : thresholds.preset(wish.preset);
  const settings = thresholds.changeAll(defaults, [...chosen, ...wish.values]);
  return {
    settings,
    changed: changesBetween(thresholds, defaults, settings),
    variants: [...gridVariants(thresholds, grid, settings), ...presetVariants(thresholds)],
    period: periodOf(timeline, wish),
    draws: DRAWS,
    seed: wish.seed,
  };
}

/** Settings that differ, as people read them. */
export function changesBetween(
  thresholds: ThresholdBook,
  before: Settings,
  after: Settings,
): StudyRequest['changed'] {
  return thresholds.rules
    .map(({ key }) => ({ key, value: thresholds.show(after, key), was: thresholds.show(before, key) }))
    .filter(({ value, was }) => value !== was)
    .map(({ key, value }) => ({ key, value }));
}

function gridVariants(thresholds: ThresholdBook, grid: BacktestGrid, settings: Settings): readonly Variant[] {
  return Object.entries(grid).flatMap(([key, values]) =>
    values.flatMap((value) => {
      const varied = changedOrNot(thresholds, settings, { key, text: value });
      return varied ? [{ key, value, settings: varied }] : [];
    }),
  );
}

function changedOrNot(
  thresholds: ThresholdBook,
  settings: Settings,
  { key, text }: SettingText,
): Settings | undefined {
  try {
    const varied = thresholds.change(settings, key, text);
    return changesBetween(thresholds, settings, varied).length > 0 ? varied : undefined;
  } catch {
    return undefined;
  }
}

function presetVariants(thresholds: ThresholdBook): readonly Variant[] {
  return thresholds.presets.map(({ name }) => ({
    key: 'preset',
    value: name,
    settings: thresholds.changeAll(thresholds.defaults, thresholds.preset(name)),
  }));
}

function periodOf({ sessions }: Timeline, { from, until }: BacktestOptions): Period {
  const inside = sessions.filter((session) => session >= from && (until === undefined || session <= until));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) {
    const [begins = '', ends = ''] = [sessions[0], sessions.at(-1)];
    throw new RangeError(
      `the history goes from ${begins} to ${ends} and has no session in the period asked for`,
    );
  }
  return { from, until: last };
}
