/** A picture about what is held and the market it hangs on, without the words around it. */
export type BookChart = {
  readonly title: string;
  readonly subtitle: string;
  /** Printed across the picture, such as `RECORDED`; absent on live data. */
  readonly watermark?: string;
} & (ColumnsChart | LinesChart);

/** A level that is drawn across, with its name. */
export type ChartLevel = { readonly value: number; readonly label: string };

/** Upright bars beside each other. */
export type ColumnsChart = {
  readonly form: 'columns';
  /** What the bars measure, such as `$ per VIX point`. */
  readonly unit: string;
  /** Left to right. */
  readonly columns: readonly {
    readonly label: string;
    /** A second line under the name. */
    readonly below: string;
    readonly value: number;
    /** Written over the bar, such as `$304`. */
    readonly says: string;
    /** `quiet`: not counted. `total`: the sum of the others. */
    readonly tone?: 'quiet' | 'total';
  }[];
  readonly levels: readonly ChartLevel[];
};

/** Lines over one axis. */
export type LinesChart = {
  readonly form: 'lines';
  readonly unit: string;
  /** What the axis measures, such as `VIX shock, points`. */
  readonly axis: string;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly series: readonly {
    readonly label: string;
    /** By x, ascending. */
    readonly points: readonly { readonly x: number; readonly y: number }[];
    /** Points are drawn as dots too. */
    readonly hasDots?: true;
    /** A value that stays until it steps. */
    readonly isStepped?: true;
  }[];
  readonly levels: readonly ChartLevel[];
};
