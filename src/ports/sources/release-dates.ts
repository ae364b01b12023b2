import type { ListedDate } from '#domain/releases/calendar-reading.ts';

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
