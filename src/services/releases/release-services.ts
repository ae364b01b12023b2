import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import type { CapturedForecasts } from '#domain/releases/forecast.ts';
import type { Forecasts, Print, PrintReading } from '#domain/releases/print.ts';
import type { ReleaseChange } from '#domain/releases/release-life.ts';
import type { Release } from '#domain/releases/release.ts';

export type CalendarReport = {
  /** Of the last weeks and to come, oldest first. */
  readonly releases: readonly Release[];
  /** What became of releases, newest first; confirmations left out. */
  readonly changes: readonly ReleaseChange[];
  /** The last time that dates were read; absent before the first. */
  readonly reading?: CalendarReading;
  /** Epoch milliseconds (UTC) of the last release that is known; absent when none is. */
  readonly endsAt?: number;
  readonly watermark?: string;
};

/** Figures as people type them, in percent. */
export type TypedFigures = {
  readonly headline?: number;
  readonly core?: number;
  readonly headlineYearly?: number;
};

export type ConsensusEntry = {
  readonly release: string;
  /** Discord id. */
  readonly by: string;
  readonly figures: TypedFigures;
};

export type ConsensusReport = {
  readonly release: Release;
  /** What counts in this server from now on. */
  readonly forecasts: Forecasts;
  /** All that was captured and counts for this server or for all, newest first. */
  readonly captured: readonly CapturedForecasts[];
  readonly watermark?: string;
};

export type PrintEntry = ConsensusEntry & {
  /** `YYYY-MM`, as the publication says it. */
  readonly referenceMonth: string;
};

export type EnteredPrint = {
  readonly release: Release;
  readonly print: Print;
  readonly reading: PrintReading;
  /** Whether the server was evaluated with it; false while no market data are connected. */
  readonly isEvaluated: boolean;
  readonly watermark?: string;
};

/** What people ask of the release calendar, and what stewards type in. */
export type ReleaseServices = {
  showCalendar(signal: AbortSignal): Promise<CalendarReport>;
  /** Releases whose forecasts or figures may be typed in now, soonest first. */
  findReleases(which: 'coming' | 'due', signal: AbortSignal): Promise<readonly Release[]>;
  /**
   * Keeps a steward's forecasts of a coming release. They count in this server alone, before what machines fetch.
   *
   * @throws ReleaseNotAwaited or ImpossibleFigure
   */
  enterConsensus(server: string, entry: ConsensusEntry, signal: AbortSignal): Promise<ConsensusReport>;
  /**
   * Keeps figures that a steward read elsewhere because no source shows them, and evaluates this server with them.
   *
   * @throws ReleaseNotAwaited or ImpossibleFigure
   */
  enterPrint(server: string, entry: PrintEntry, signal: AbortSignal): Promise<EnteredPrint>;
};
