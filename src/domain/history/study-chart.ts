/** A picture of what a backtest found, without the words around it. */
export type StudyChart = {
  readonly title: string;
  readonly subtitle: string;
} & (BarsChart | StepsChart | IntervalsChart);

/** Counts one below the other, each a part of the ones above. */
export type BarsChart = {
  readonly form: 'bars';
  /** Top to bottom. */
  readonly bars: readonly { readonly label: string; readonly count: number; readonly indented?: true }[];
};

/** A value that stays until it steps. */
export type StepsChart = {
  readonly form: 'steps';
  /** Epoch milliseconds (UTC) at both ends. */
  readonly from: number;
  readonly until: number;
  readonly start: number;
  /** Oldest first. */
  readonly steps: readonly { readonly at: number; readonly to: number }[];
  /** Levels drawn across, with their names. */
  readonly levels: readonly { readonly value: number; readonly label: string }[];
  readonly marks: readonly { readonly at: number; readonly label: string; readonly raised: boolean }[];
};

/** Means with their intervals around zero, in groups; without an interval only the mean is drawn, hollow. */
export type IntervalsChart = {
  readonly form: 'intervals';
  readonly groups: readonly {
    readonly label: string;
    readonly unit: string;
    readonly rows: readonly {
      readonly label: string;
      readonly mean: number;
      readonly low?: number;
      readonly high?: number;
    }[];
  }[];
};
