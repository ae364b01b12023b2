import type { Forecasts, PastPrint, Print } from '#domain/releases/print.ts';
import type { PrintStatus } from '#domain/releases/poll.ts';
import type { Pace } from '#domain/releases/poll-delay.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';

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
  standing?(print: Print, now: number): Promise<PrintStatus>;

  /** Asks the other sources for a print once more, where it is time. Absent where there are no others. */
  verify?(release: Release, print: Print, signal: AbortSignal): Promise<PrintStatus>;
}
