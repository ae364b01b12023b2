import type { Figures } from './print.ts';
import type { Quality } from '#domain/market/reading.ts';

/** What a source shows of a report at one moment: last month's figures before a release, new ones after it. */
export type ShownFigures = {
  /** The month that they speak of, `YYYY-MM`, as the source says it. */
  readonly referenceMonth: string;
  /** `actual`, and `previous` and `revisedPrevious` where the source has them. No `consensus`. */
  readonly figures: Figures;
  /**
   * The raw values behind them as one text, such as `CUSR0000SA0=322.132;CUSR0000SA0L1E=328.656`: index levels where
   * there are any. Figures whose month is new and whose values are the old ones are not new.
   */
  readonly values: string;
  /** The changes in percent as index levels give them, to four decimals: how near a figure was to the next tenth. */
  readonly unrounded?: Readonly<Partial<Record<keyof Figures, number>>>;
  readonly quality: Quality;
  /** A caveat that must be shown, such as a month that was not published. */
  readonly note?: string;
};
