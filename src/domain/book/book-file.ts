import type { LotFault } from './lot-fault.ts';
import type { NewLot } from './lot-draft.ts';

/** What a book is written as. */
export type BookFormat = 'csv' | 'json';

/** Whose columns a file has: our own, or those of a broker's export. */
export type BookFileSource = 'steward-csv' | 'steward-json' | 'thinkorswim' | 'interactive-brokers';

/** Where something stands in a file. */
export type FilePlace = {
  /** `line`: of a table. `entry`: of a JSON list. */
  readonly in: 'line' | 'entry';
  /** From 1. */
  readonly number: number;
  /** Name of the column or field; absent for the whole row. */
  readonly column?: string;
};

/** Why a cell or row cannot be read. */
export type CellFault =
  | { readonly kind: 'missing-column' }
  | { readonly kind: 'repeated-column' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-number'; readonly typed: string }
  /** A comma or point that may part thousands or decimals. */
  | {
      readonly kind: 'ambiguous-number';
      readonly typed: string;
      readonly readings: readonly [number, number];
    }
  | { readonly kind: 'no-word'; readonly typed: string; readonly allowed: readonly string[] }
  | { readonly kind: 'no-day'; readonly typed: string }
  /** Begins as a spreadsheet's formula does. */
  | { readonly kind: 'formula'; readonly typed: string }
  /** The instrument of the row has nothing of the kind. */
  | { readonly kind: 'not-taken'; readonly of: string }
  | { readonly kind: 'too-many-cells'; readonly cells: number; readonly columns: number }
  | { readonly kind: 'quotes' }
  /** Another row has the same id and says something else. */
  | { readonly kind: 'repeated-id'; readonly typed: string; readonly first: number }
  | { readonly kind: 'no-json' }
  | { readonly kind: 'no-value'; readonly expected: string };

export type FileFault = { readonly place: FilePlace; readonly fault: CellFault | LotFault };

/** A position as a file has it, and the rows that it was made of. */
export type FileLot = { readonly lot: NewLot; readonly places: readonly FilePlace[] };

/** A row that no position was made of. */
export type IgnoredRow = {
  readonly place: FilePlace;
  /** The row in a few words of its own, such as `-2 SPX 2026-01-16 PM 5600 put`. */
  readonly what: string;
  readonly why:
    | 'other-instrument'
    /** A leg of SPX that is part of no iron condor. */
    | 'unpaired'
    /** Sold, where a hedge is bought. */
    | 'short'
    /** A future, whose name does not say its expiry day. */
    | 'future'
    /** The same row was there before. */
    | 'repeated';
};

/** What a file says: all of it was understood, or nothing is taken. */
export type BookFileReading =
  | {
      readonly kind: 'read';
      readonly source: BookFileSource;
      /** In the order of the file. */
      readonly lots: readonly FileLot[];
      readonly ignored: readonly IgnoredRow[];
      /** Columns that mean nothing here, as they are named. */
      readonly unknownColumns: readonly string[];
    }
  | { readonly kind: 'faulty'; readonly source: BookFileSource; readonly faults: readonly FileFault[] };
