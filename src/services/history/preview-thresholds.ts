import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { NoHistory } from '#domain/history/history-problem.ts';
import type { ShadowReading } from '#domain/signal/shadow.ts';
import { historyTimeline } from '#engine/backtest/history-timeline.ts';
import { shadowSettings } from '#engine/backtest/shadow-settings.ts';
import type { TrialServices } from '#services/settings/index.ts';
import type { BotHistory } from './read-bot-history.ts';
import { runInSlices, type SliceDeps } from './run-in-slices.ts';

type Tried = Awaited<ReturnType<TrialServices['tryThresholds']>>;

/** What other thresholds would have made of the last prints. Nothing is changed by asking. */
export type ShadowReport = Pick<Tried, 'changes' | 'version'> & {
  readonly wish: Parameters<TrialServices['tryThresholds']>[1];
  /** Where the prints come from: the operator's folder, what the bot received itself, or both. */
  readonly from: 'folder' | 'store' | 'both';
  readonly reading: ShadowReading;
};

type PreviewDeps = TrialServices &
  SliceDeps & {
    readonly calendar: ExchangeCalendar;
    /** All the history that the bot has; `undefined` where it has none. */
    readonly readHistory: (signal: AbortSignal) => Promise<BotHistory | undefined>;
  };

/** @throws NoHistory, HistoryUnusable, UnknownPreset, UnknownSetting, InvalidSetting */
export async function previewThresholds(
  deps: PreviewDeps,
  server: string,
  wish: ShadowReport['wish'],
  signal: AbortSignal,
): Promise<ShadowReport> {
  const { present, wished, changes, version } = await deps.tryThresholds(server, wish);
  const known = await deps.readHistory(signal);
  const timeline = known && historyTimeline(known.history, deps.calendar);
  const reading = timeline && (await runInSlices(deps, shadowSettings(timeline, present, wished), signal));
  if (!known || !reading) {
    throw new NoHistory();
  }
  return { wish, changes, version, from: known.from, reading };
}
