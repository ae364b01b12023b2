import type { Release } from '#domain/releases/release.ts';

/** Where release dates come from. */
export interface ReleaseCalendar {
  /**
   * @returns every release that the calendar knows, oldest first; after the last one it ends, and nothing is
   *   invented
   * @throws SourceChanged or SourceUnavailable
   */
  releases(signal: AbortSignal): Promise<readonly Release[]>;
}
