import type { Decision } from '#domain/signal/decision.ts';
import type { ExposureReading } from '#domain/hedge/exposure.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { VolatilityReport } from '#domain/market/volatility-report.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Forecasts, PrintReading } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ServerSettings, ThresholdRule } from '#domain/settings/settings.ts';
import type { BookFileServices } from '#services/book/book-file-services.ts';
import type { BacktestServices } from '#services/history/backtest-services.ts';
import type { BookServices } from '#services/book/book-services.ts';
import type { PresenceServices } from '#services/health/presence-services.ts';
import type { DoctorServices } from '#services/health/doctor-services.ts';
import type { ReleaseServices } from '#services/releases/release-services.ts';
import type { ChecklistServices } from '#services/checklist/checklist-services.ts';
import type { ExposureServices } from '#services/hedge/exposure-services.ts';
import type { MarketServices } from '#services/market/market-services.ts';
import type { PlannedDelivery, PlannedWork, RecordedDecision } from '#ports/ledger/ledger.ts';
import type { HistoryServices } from '#services/signal/signal-history.ts';

/** The signal as it stands this moment. Evaluated on asking: nothing is stored and nothing moves. */
export type SignalReport = {
  readonly decision: Decision;
  readonly overview: VolatilityReport;
  readonly exposure: ExposureReading;
  /** Absent for a server that keeps no lots. */
  readonly standing?: HedgeReport;
  /** The last decision that was stored; absent before the first. */
  readonly last?: Decision;
  /** Printed on the answer; absent on live data. */
  readonly watermark?: string;
};

export type DecisionReport = {
  readonly recorded: RecordedDecision;
  readonly overview: VolatilityReport;
  /** Whether evaluating the stored inputs again gives the same bytes. */
  readonly replay: 'same' | 'different';
  readonly watermark?: string;
};

export type ReleaseReport = {
  /** Coming ones, soonest first; empty when the calendar has ended. */
  readonly next: readonly Release[];
  /** Epoch milliseconds (UTC) of the last release that the calendar knows; absent when it knows none. */
  readonly calendarEndsAt?: number;
  /** The latest print of each report, newest first. */
  readonly last: readonly {
    readonly release: Release;
    readonly reading: PrintReading;
    readonly receivedAt: number;
    /** Each time that its figures were asked for, oldest first; absent where nobody noted it. */
    readonly polls?: readonly Poll[];
    /** Discord id of the steward who typed them in; absent where a source showed them. */
    readonly by?: string;
  }[];
  /** What is expected of coming releases, by release; absent where nobody forecasts. */
  readonly expected?: Readonly<Record<string, Forecasts>>;
  readonly watermark?: string;
};

export type StatusReport = {
  /** `playground`: an episode on the local Discord. `live`: Discord, market data as `sources` says. */
  readonly mode: 'playground' | 'live';
  readonly version: string;
  /** `off`: whoever runs the bot switched them off. */
  readonly sources: 'recorded' | 'off' | 'live';
  /** Which sources that ask for a key have one; only with live sources. */
  readonly keys?: { readonly bls: boolean; readonly fred: boolean; readonly massive: boolean };
  readonly episode?: { readonly id: string; readonly title: string };
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  readonly startedAt: number;
  readonly channel: string | null;
  /** Permissions missing in the alert channel; absent when there is no channel or it is gone. */
  readonly missing?: readonly string[];
  readonly channelGone: boolean;
  /** Planned work, soonest first, at most five. */
  readonly coming: readonly PlannedWork[];
  /** Latest deliveries, newest first, at most five. */
  readonly deliveries: readonly PlannedDelivery[];
  readonly calendarEndsAt?: number;
  readonly settingsVersion: number;
  readonly watermark?: string;
};

export type SetUp = {
  readonly channel: string;
  readonly stewardRole?: string;
  readonly mention?: string;
  readonly condors?: number;
  /** Contracts per hedge expiration, nearest first, as typed: `4,4,2`. */
  readonly hedge?: string;
};

export type ReplayProgress = {
  readonly episode: string;
  readonly title: string;
  readonly arrived: number;
  readonly planned: number;
  /** The simulated instant, epoch milliseconds (UTC). */
  readonly instant: number;
  readonly ended: boolean;
};

/** The acts that commands and presses may ask for. `server` is a Discord guild id. */
export type Services = {
  /** @throws NoLiveSources, SourceUnavailable, SourceChanged */
  readSignal(server: string, signal: AbortSignal): Promise<SignalReport>;
  /** @throws UnknownDecision */
  explainDecision(server: string, id: string): Promise<DecisionReport>;
  /** Ids and one-line facts of stored decisions, newest first, for those who type the beginning of one. */
  findDecisions(server: string, typed: string): Promise<readonly Decision[]>;
  showReleases(server: string, signal: AbortSignal): Promise<ReleaseReport>;
  viewThresholds(server: string): Promise<{
    readonly rules: readonly ThresholdRule[];
    readonly kept: ServerSettings;
    /** A setting as people read it. */
    readonly show: (key: ThresholdRule['key']) => string;
    readonly defaults: (key: ThresholdRule['key']) => string;
  }>;
  /** @throws UnknownSetting, InvalidSetting */
  changeThreshold(
    server: string,
    edit: { readonly by: string; readonly key: string; readonly text: string },
  ): Promise<{
    readonly key: ThresholdRule['key'];
    readonly from: string;
    readonly to: string;
    readonly version: number;
  }>;
  /** @throws ChannelClosed, InvalidSetting */
  setUp(
    server: string,
    by: string,
    setUp: SetUp,
  ): Promise<{ readonly kept: ServerSettings; readonly missing: readonly string[] }>;
  readStatus(server: string): Promise<StatusReport>;
  /** Settings alone, for access rules. */
  settings(server: string): Promise<ServerSettings>;
  episodes(): readonly { readonly id: string; readonly title: string }[];
  /**
   * Plays a recorded episode into a channel, on a store of its own, and tells how it goes.
   *
   * @returns the last news, once it has ended
   * @throws UnknownEpisode, ReplayRunning, ChannelClosed
   */
  playEpisode(
    request: { readonly server: string; readonly channel: string; readonly episode: string },
    tell: (news: ReplayProgress) => Promise<void>,
    signal: AbortSignal,
  ): Promise<ReplayProgress>;
  /** Market clock, epoch milliseconds (UTC). */
  now(): number;
} & HistoryServices &
  MarketServices &
  ChecklistServices &
  BookServices &
  ExposureServices &
  BookFileServices &
  ReleaseServices &
  DoctorServices &
  PresenceServices &
  BacktestServices;
