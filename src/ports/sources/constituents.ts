/** The shares that a fund holds, as a stand-in for the members of the index that it follows. */
export type Holdings = {
  /** The day that they were held on, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Upper case, without the dots, dashes and blanks that providers write differently: `BRKB`. Each once. */
  readonly tickers: readonly string[];
};

/** Somebody who tells which shares make up an index. */
export interface Constituents {
  readonly source: string;
  /**
   * @param fund - `IWM` for the Russell 2000, `IVV` for the S&P 500
   * @throws SourceUnavailable or SourceChanged
   */
  holdings(fund: 'IWM' | 'IVV', signal: AbortSignal): Promise<Holdings>;
}
