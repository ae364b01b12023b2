import type { ManualMark } from '#domain/book/mark.ts';

/** A mark that was set, or taken away. */
export type MarkEntry = { readonly mark: ManualMark; readonly isRemoved: boolean };

/** Prices that people of a server have given by hand. */
export interface MarkLedger {
  /** Adds to the history; the latest entry of a subject is the one that counts. */
  keepMark(server: string, entry: MarkEntry): Promise<void>;
  /** The latest mark of each subject that has one, oldest first. */
  manualMarks(server: string): Promise<readonly ManualMark[]>;
  /** Everything that was ever marked, newest first. */
  markHistory(server: string, limit: number): Promise<readonly MarkEntry[]>;
}
