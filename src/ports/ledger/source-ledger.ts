import type { SourceState } from '#domain/health/source-state.ts';

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
    change: (state: SourceState) => { readonly state: SourceState; readonly answer: Answer },
  ): Promise<Answer>;

  /** A fresh one where nothing is known. */
  sourceState(source: string): Promise<SourceState>;

  /** Of every source that was ever asked, by name. */
  sourceStates(): Promise<readonly SourceState[]>;
}
