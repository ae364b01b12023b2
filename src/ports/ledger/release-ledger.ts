import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Print } from '#domain/releases/print.ts';
import type { Release, ReleaseChange, ReleaseKind } from '#domain/releases/release.ts';

/** What became of releases, change by change. Nothing is ever taken back or written over. */
export interface ReleaseLedger {
  /** Every release as its last change left it, by instant, oldest first. */
  storedReleases(): Promise<readonly Release[]>;
  /**
   * Appends what fits: a change whose `before` is how the release stands by then, or that names a release which is not
   * known where `before` is absent. The same change twice is one.
   *
   * @returns what was appended
   */
  changeReleases(changes: readonly ReleaseChange[]): Promise<readonly ReleaseChange[]>;
  /** Newest first; of one release, or of all. */
  releaseChanges(limit: number, releaseId?: string): Promise<readonly ReleaseChange[]>;
}

/** What sources said when they were asked. Appended to, never written over. */
export interface ObservationLedger {
  keepReading(reading: CalendarReading): Promise<void>;
  /** The latest one; `undefined` before the first. */
  latestReading(): Promise<CalendarReading | undefined>;

  keepPolls(polls: readonly Poll[]): Promise<void>;
  /** Of one release, oldest first. */
  polls(releaseId: string): Promise<readonly Poll[]>;
  /** The latest of a report in which a source showed figures; `undefined` where it never did. */
  latestShown(source: string, kind: ReleaseKind): Promise<Poll | undefined>;

  /** Forecasts of a release. Those that read as the last ones of their source are left out. */
  keepForecasts(releaseId: string, forecasts: CapturedForecasts): Promise<void>;
  /** Oldest first. */
  forecasts(releaseId: string): Promise<readonly CapturedForecasts[]>;
}

/** Figures that a server's stewards typed in; they count in that server alone. */
export interface ManualPrintLedger {
  /** Keeps the first one of each release and server. @returns `already` when there is one; nothing is written then */
  keepManualPrint(server: string, print: Print): Promise<'kept' | 'already'>;
  /** In the order in which they were typed in. */
  manualPrints(server: string): Promise<readonly Print[]>;
}
