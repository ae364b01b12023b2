import type { DueWork } from '#domain/releases/due-work.ts';
import type { Pace } from '#domain/releases/pace.ts';

/** The acts that the clock asks for. Each is idempotent: doing it twice is doing it once. */
export type TimedServices = {
  /** How often figures may be asked for. */
  readonly pace: Pace;
  /** Plans the pre-brief of a coming release for every server. */
  announceRelease(releaseId: string, now: number, signal: AbortSignal): Promise<void>;
  /**
   * Asks for a release's figures; once they are there, keeps them, evaluates every server and plans its
   * alerts.
   *
   * @throws SourceChanged or SourceUnavailable
   */
  receivePrint(releaseId: string, now: number, signal: AbortSignal): Promise<'received' | 'not-out'>;
  /** Asks other sources for a print that was received; tells servers where one shows something else. */
  verifyPrint(
    releaseId: string,
    now: number,
    signal: AbortSignal,
  ): Promise<'settled' | 'waiting' | 'nobody-else'>;
  /**
   * Evaluates every server that the close or check concerns and plans its alerts.
   *
   * @returns `not-closed` where closes of the session are not there yet, and there is time to wait for them
   * @throws SourceChanged or SourceUnavailable
   */
  evaluateMarket(
    work: DueWork,
    now: number,
    signal: AbortSignal,
  ): Promise<'evaluated' | 'nothing-open' | 'not-closed'>;
  /** Reads the dates of releases again, stores what has changed and announces it. */
  refreshCalendar(now: number, signal: AbortSignal): Promise<void>;
  /** Tells every server which rolls are due and how much of its budget is used, each of them once. */
  lookAtHedges(now: number): Promise<void>;
  /** Makes the latest decisions again on what is known now, and tells what is otherwise. */
  reviewDecisions(now: number, signal: AbortSignal): Promise<void>;
  /** Removes what is kept of servers that the bot was removed from long ago. */
  forgetServers(): Promise<void>;
  /** Captures what is expected of a coming release, as it stands. */
  captureForecasts(releaseId: string, now: number, signal: AbortSignal): Promise<void>;
  /** Says that the figures are overdue. `minutes` since they were due. */
  tellLate(releaseId: string, minutes: number, now: number): Promise<void>;
  /** Says that planned work passed its time while nobody was there. */
  tellMissed(work: DueWork, now: number): Promise<void>;
};
