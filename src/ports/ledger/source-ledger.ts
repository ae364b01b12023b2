import type { SourceStanding } from '#domain/health/source-standing.ts';

/** What is remembered of each source over a restart: what was asked of it, and how it went. */
export interface SourceLedger {
  /**
   * Changes one source's standing in one transaction: nobody else reads it in between.
   *
   * @param change - pure; gets a fresh standing where nothing is known
   * @returns what `change` answers besides
   */
  changeSource<Answer>(
    source: string,
    change: (standing: SourceStanding) => { readonly standing: SourceStanding; readonly answer: Answer },
  ): Promise<Answer>;

  /** A fresh one where nothing is known. */
  sourceStanding(source: string): Promise<SourceStanding>;

  /** Of every source that was ever asked, by name. */
  sourceStandings(): Promise<readonly SourceStanding[]>;
}
