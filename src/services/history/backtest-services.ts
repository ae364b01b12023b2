import type { FunnelStage } from '#domain/history/backtest.ts';
import type { Preset } from '#domain/settings/preset.ts';
import type { SettingKey, Settings } from '#domain/settings/settings.ts';
import type { ShadowReading } from '#domain/signal/shadow.ts';
import type { ReportFile } from '#ports/backtest-report.ts';

/** What changing several thresholds came to; no change where all were so already. */
export type ThresholdEdit = {
  /** Values as people read them. */
  readonly changes: readonly { readonly key: SettingKey; readonly from: string; readonly to: string }[];
  readonly version: number;
  /**
   * What `ratio.meaning` would have become: it was left as it is, because it is switched with both plans side by side
   * and nowhere else. Absent where it was not to change.
   */
  readonly unswitched?: Settings['ratio.meaning'];
};

/** Thresholds that somebody thinks of. */
export type ThresholdWish =
  | { readonly kind: 'value'; readonly key: string; readonly text: string }
  | { readonly kind: 'preset'; readonly name: string };

/** What other thresholds would have made of the last prints. Nothing is changed by asking. */
export type ShadowReport = {
  readonly wish: ThresholdWish;
  readonly changes: ThresholdEdit['changes'];
  /** The settings' version that it was asked of. */
  readonly version: number;
  /** Where the prints come from: the operator's folder, what the bot received itself, or both. */
  readonly from: 'folder' | 'store' | 'both';
  readonly reading: ShadowReading;
};

export type BacktestProgress = { readonly done: number; readonly all: number };

export type BacktestOutcome = {
  readonly from: string;
  readonly until: string;
  readonly headline: string;
  readonly funnel: readonly FunnelStage[];
  readonly confirmed: readonly string[];
  readonly files: readonly ReportFile[];
};

/** Thresholds over history, and their own. */
export type BacktestServices = {
  presets(): readonly Preset[];
  /**
   * All but `ratio.meaning`.
   *
   * @param basedOn - the version that was looked at; absent for whatever stands
   * @throws UnknownPreset, UnknownSetting, InvalidSetting, SettingsMoved; then nothing is changed
   */
  applyThresholds(
    server: string,
    edit: { readonly by: string; readonly wish: ThresholdWish; readonly basedOn?: number },
  ): Promise<ThresholdEdit>;
  /** Takes the last edit back, an undo itself and a switch of `ratio.meaning` included. @throws NothingToUndo, SettingsMoved */
  undoThresholds(
    server: string,
    edit: { readonly by: string; readonly basedOn?: number },
  ): Promise<ThresholdEdit>;
  /** As JSON with a schema version, without what belongs to this server alone. */
  exportThresholds(server: string): Promise<string>;
  /** Takes all but `ratio.meaning`. @throws ImportRefused, InvalidSetting; then nothing is changed */
  importThresholds(
    server: string,
    edit: { readonly by: string; readonly text: string },
  ): Promise<ThresholdEdit>;
  /** @throws NoHistory, HistoryUnusable, UnknownPreset, UnknownSetting, InvalidSetting */
  previewThresholds(server: string, wish: ThresholdWish, signal: AbortSignal): Promise<ShadowReport>;
  /**
   * Plays every release of the operator's history. One at a time.
   *
   * @throws NoHistory, HistoryUnusable, UnknownPreset, ReplayRunning
   */
  backtest(
    wish: { readonly preset?: string },
    tell: (news: BacktestProgress) => void,
    signal: AbortSignal,
  ): Promise<BacktestOutcome>;
};
