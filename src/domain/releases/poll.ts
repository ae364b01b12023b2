import type { Figures, PrintAgreement } from './print.ts';
import type { ReleaseKind } from './release.ts';
import type { Quality } from '#domain/market/reading.ts';
import { HOUR, MINUTE, SECOND } from '#domain/duration.ts';

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

/** From `from` on every `every`, both in milliseconds after the instant of the release. */
type Stretch = { readonly from: number; readonly every: number };

/**
 * When figures are asked for, oldest stretch first; each stretch ends where the next begins.
 *
 * Without a key the first seven instants stand alone, and the eighteenth is an hour and a half after the release.
 * From there on it is asked every six hours, so that a day of waiting costs 21 of 25.
 */
const STRETCHES: Readonly<Record<Pace, readonly Stretch[]>> = {
  keyed: [
    { from: 0, every: 2 * SECOND },
    { from: MINUTE, every: 5 * SECOND },
    { from: 3 * MINUTE, every: MINUTE },
    { from: 30 * MINUTE, every: HOUR },
  ],
  keyless: [
    ...[0, 3, 8, 15, 30, 60].map((seconds) => ({ from: seconds * SECOND, every: HOUR })),
    { from: 2 * MINUTE, every: 3 * MINUTE },
    { from: 30 * MINUTE, every: HOUR },
    { from: 90 * MINUTE, every: 6 * HOUR },
  ],
};

/** People are told each hour, half past, that figures are overdue, whether they are asked for or not. */
const NOTICES: Stretch = { from: 30 * MINUTE, every: HOUR };

/**
 * The first instant of asking after another one. Instants are fixed, so that neither a slow answer nor a late start
 * shifts them.
 *
 * @param elapsed - milliseconds since the instant of the release, not negative
 * @returns milliseconds since the instant of the release, more than `elapsed`
 */
export function nextPollAt(pace: Pace, elapsed: number): number {
  const stretches = STRETCHES[pace];
  const at = stretches.findLastIndex(({ from }) => from <= elapsed);
  const current = stretches[at] ?? NOTICES;
  const following = stretches[at + 1]?.from ?? Number.POSITIVE_INFINITY;
  return Math.min(following, nextIn(current, elapsed));
}

/**
 * How long to wait until figures that are not out are asked for again, or people are told that they are overdue.
 *
 * @param elapsed - milliseconds since the instant of the release, not negative
 * @returns milliseconds, more than 0
 */
export function pollDelay(pace: Pace, elapsed: number): number {
  const notice = elapsed < NOTICES.from ? NOTICES.from : nextIn(NOTICES, elapsed);
  return Math.min(nextPollAt(pace, elapsed), notice) - elapsed;
}

function nextIn({ from, every }: Stretch, elapsed: number): number {
  return elapsed + every - ((elapsed - from) % every);
}

/** How often a source may be asked: with a key 500 times a day, without one 25. */
export type Pace = 'keyed' | 'keyless';
