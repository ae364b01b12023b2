import type { Figures, PrintAgreement } from './print.ts';
import type { ReleaseKind } from './release.ts';
import type { Quality } from '#domain/market/reading.ts';

/** One time that a source was asked for a release's figures, and what it showed. */
export type Poll = {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  readonly source: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** `old`: figures that were known before. `failed`: it did not answer, or not in a form that we know. */
  readonly saw: 'nothing' | 'old' | 'new' | 'failed';
  /** What it showed: the month and the raw values; absent where it showed nothing. */
  readonly referenceMonth?: string;
  readonly values?: string;
  /** The same as changes; absent on polls that were kept before these were. */
  readonly figures?: Figures;
};

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

/** What one source showed of a print, `actual` only. */
export type SourcedFigures = {
  readonly source: string;
  readonly figures: Figures;
  /** Epoch milliseconds (UTC) at which it showed so. */
  readonly at: number;
};

/** Whether a print stands, and what each source showed. */
export type PrintStatus = {
  readonly kind: PrintAgreement;
  /** The source of the print first, then every other one that has shown its month. */
  readonly looks: readonly SourcedFigures[];
};
