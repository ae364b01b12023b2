import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import type { Pace, PrintStatus, ShownFigures } from '#domain/releases/poll.ts';
import type { Forecasts, PastPrint, Print } from '#domain/releases/print.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';

/** Somebody who tells what others expect of a coming release. */
export interface ConsensusSource {
  /** Short name for logs and people, such as `ForexFactory`. */
  readonly source: string;
  /** `survey`: the median of people asked. `nowcast`: a model's figure, never called a consensus. */
  readonly nature: CapturedForecasts['nature'];

  /**
   * @param now - epoch milliseconds (UTC) on the market clock
   * @returns the forecasts as they stand, with when they were captured; `undefined` where it has none for the release.
   *   A survey may be asked for after the release too: its instant of capture says so. A nowcast is not given then.
   * @throws SourceChanged or SourceUnavailable
   */
  forecasts(release: Release, now: number, signal: AbortSignal): Promise<CapturedForecasts | undefined>;
}

/** Somebody who shows the latest figures of a report. It need not know whether they are new. */
export interface FiguresSource {
  /** Short name for logs and people, such as `BLS`. */
  readonly source: string;
  readonly pace: Pace;

  /**
   * Asks once: all series of the report in one request.
   *
   * @returns what it shows at this moment, new or not; `undefined` when it shows nothing
   * @throws SourceChanged or SourceUnavailable
   */
  look(kind: ReleaseKind, signal: AbortSignal): Promise<ShownFigures | undefined>;
}

/** Where published figures come from. */
export interface PrintSource {
  /** Short name for logs and people. */
  readonly source: string;
  /** How often it may be asked. */
  readonly pace: Pace;

  /**
   * @param now - epoch milliseconds (UTC) on the market clock: nothing published later is given
   * @returns the release's first print, or `undefined` while it is not out
   * @throws SourceChanged or SourceUnavailable
   */
  fetch(release: Release, now: number, signal: AbortSignal): Promise<Print | undefined>;

  /** Median forecasts for a coming release; `undefined` where the release is not known. */
  consensus(release: Release, now: number, signal: AbortSignal): Promise<Forecasts | undefined>;

  /** Prints of one report published strictly before an instant, oldest first: what surprises are measured against. */
  history(kind: ReleaseKind, before: number, signal: AbortSignal): Promise<readonly PastPrint[]>;

  /** Whether other sources agree on a print by then. Absent where nobody compares. */
  status?(print: Print, now: number): Promise<PrintStatus>;

  /** Asks the other sources for a print once more, where it is time. Absent where there are no others. */
  verify?(release: Release, print: Print, signal: AbortSignal): Promise<PrintStatus>;
}

/** Where release dates come from. */
export interface ReleaseCalendar {
  /**
   * @returns every release that the calendar knows, oldest first; after the last one it ends, and nothing is
   *   invented
   * @throws SourceChanged or SourceUnavailable
   */
  releases(signal: AbortSignal): Promise<readonly Release[]>;
}

/** Somebody who lists when reports are published, and changes that list without notice. */
export interface ReleaseDates {
  /** Short name for logs and people, such as `BLS calendar`. */
  readonly source: string;
  /**
   * `publisher`: whose own calendar it is, so that what it says moves a release. `mirror`: somebody who copies it; a
   * mirror that says otherwise is a disagreement, and moves nothing.
   */
  readonly authority: 'publisher' | 'mirror';

  /**
   * @returns every date of a CPI or PPI release that it lists, as it lists them: in any order, past ones and
   *   doubtful ones too. What is plausible is decided by whoever asks, in one place.
   * @throws SourceChanged or SourceUnavailable
   */
  dates(signal: AbortSignal): Promise<readonly ListedDate[]>;
}
