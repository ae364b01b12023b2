import type { Pace } from '#domain/releases/poll-delay.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { ShownFigures } from '#domain/releases/poll.ts';

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
