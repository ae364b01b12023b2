import { ExpectedError } from '#domain/expected-error.ts';

/** A file that somebody gave is larger than any book. */
export class FileTooLarge extends ExpectedError {
  readonly code = 'file-too-large';
  readonly topic = 'book';
  /** Bytes. */
  readonly largest: number;
  constructor(largest: number) {
    super(`a file of more than ${largest} bytes`);
    this.largest = largest;
  }
}

/** A file that somebody gave cannot be fetched. */
export class FileUnreachable extends ExpectedError {
  readonly code = 'file-unreachable';
  readonly topic = 'book';
  readonly why: 'other-host' | 'gone' | 'no-answer';
  constructor(why: FileUnreachable['why'], options?: ErrorOptions) {
    super(`a file is unreachable: ${why}`, options);
    this.why = why;
  }
}

/** A file holds no table of positions at all. */
export class UnreadableFile extends ExpectedError {
  readonly code = 'unreadable-file';
  readonly topic = 'book';
  readonly why:
    | 'empty'
    | 'compressed'
    | 'spreadsheet'
    | 'utf-16'
    | 'encoding'
    | 'binary'
    | 'unknown-table'
    | 'too-many';
  /** What stands where the names of columns should be, clipped; empty where that says nothing. */
  readonly columns: readonly string[];
  constructor(why: UnreadableFile['why'], columns: readonly string[] = []) {
    super(`no table of positions: ${why}`);
    this.why = why;
    this.columns = columns;
  }
}

/** What was to be added was looked at in a book that has changed since. */
export class ImportOutdated extends ExpectedError {
  readonly code = 'import-outdated';
  readonly topic = 'book';
}

/** What may go wrong with a file of positions. */
export type BookFileProblem = FileTooLarge | FileUnreachable | UnreadableFile | ImportOutdated;
