/** What a row is held against: another program measured in the same run, or a number that must not be passed. */
export type Bar =
  | {
      readonly kind: 'peer';
      /** With its version. */
      readonly name: string;
      /** What the peer measured, in the row's unit. */
      readonly measured: number;
      /** How many times the peer's value ours may be. */
      readonly mostTimes: number;
    }
  | { readonly kind: 'limit'; readonly most: number };

/** One line of the table. */
export type Row = {
  /** What was measured, and over how many. */
  readonly what: string;
  readonly ours: number;
  readonly unit: 'ms' | 's' | 'MiB' | 'µs' | 'difference' | 'requests';
  readonly bar: Bar;
};

/** Says how far a measurement has come. */
export type Say = (step: string) => void;

/** Something that can be measured by itself. Lower values are better in every row. */
export type Measurement = {
  /** As `--only` takes it. */
  readonly name: string;
  measure(say: Say): Promise<readonly Row[]>;
};

/** Ours over what it is held against: the peer's value, or the limit. */
export function ratioOf({ ours, bar }: Row): number {
  return ours / (bar.kind === 'peer' ? bar.measured : bar.most);
}

export function passes(row: Row): boolean {
  return ratioOf(row) <= (row.bar.kind === 'peer' ? row.bar.mostTimes : 1);
}
