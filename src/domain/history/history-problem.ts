import { ExpectedError } from '#domain/expected-error.ts';

/** Where in a history folder something is wrong. */
export type HistoryPlace = {
  readonly file: string;
  /** Counted from 1, the head included; absent when it is about the file as a whole. */
  readonly line?: number;
  readonly column?: string;
};

/** A history folder cannot be used: a table is missing, a cell cannot be read, or two folders disagree. */
export class HistoryUnusable extends ExpectedError {
  readonly code = 'history-unusable';
  readonly topic = 'history';
  readonly place: HistoryPlace;
  /** What is wrong, after the place. */
  readonly why: string;
  constructor(place: HistoryPlace, why: string, options?: ErrorOptions) {
    super(`${whereOf(place)}: ${why}`, options);
    this.place = place;
    this.why = why;
  }
}

/** No folder of recorded history was named, and the question needs one. */
export class NoHistory extends ExpectedError {
  readonly code = 'no-history';
  readonly topic = 'history';
}

function whereOf({ file, line, column }: HistoryPlace): string {
  const parts = [
    file,
    line === undefined ? '' : `line ${line}`,
    column === undefined ? '' : `column ${column}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
