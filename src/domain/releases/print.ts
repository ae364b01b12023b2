import type { Quality, UnknownReason } from '#domain/market/reading.ts';
import type { ReleaseKind } from './release.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * A published or expected change of prices, as an integer number of 0.05 percentage points: 0.3 % is 6.
 *
 * Prints and medians are exact in this unit, which binary fractions of a percent are not.
 */
export type Ticks = number;

/** Percentage points in one `Ticks`. */
export const TICK = 0.05;

/** What was published beside what was expected. Any of them may be unknown, and is then absent. */
export type Figure = {
  readonly actual?: Ticks;
  /** Median forecast as it stood before the release. */
  readonly consensus?: Ticks;
  /** The month before, as known before this release. */
  readonly previous?: Ticks;
  /** The month before, as this release restates it. */
  readonly revisedPrevious?: Ticks;
  /** Percentage points: the change before it was rounded for publication, where index levels are at hand. */
  readonly unrounded?: number;
};

/** The three changes that a release is judged by: month on month, and the headline's year on year. */
export type Figures = {
  readonly headline: Figure;
  readonly core: Figure;
  readonly headlineYearly: Figure;
};

/** The first figures that a release published, and when they were first seen. */
export type Print = {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  /** `YYYY-MM` */
  readonly referenceMonth: string;
  readonly figures: Figures;
  /** Epoch milliseconds (UTC) for which it was announced. */
  readonly scheduledAt: number;
  /** Epoch milliseconds (UTC) at which the figures became public. */
  readonly releasedAt: number;
  /** Epoch milliseconds (UTC) at which we first saw them. */
  readonly receivedAt: number;
  /** Who published the figures, and who counted the forecasts; the latter absent without consensus. */
  readonly source: string;
  readonly consensusSource?: string;
  /** The consensus was captured at the release's instant or after it: nobody had before. */
  readonly isConsensusLate?: true;
  readonly quality: Quality;
  /** Discord id of the steward who typed the figures in; absent where a source showed them. */
  readonly by?: string;
  /** A caveat that must be shown, such as a definition that changed. */
  readonly note?: string;
};

/** What is expected of a coming release: figures without `actual`. */
export type Forecasts = {
  readonly figures: Figures;
  /** Who counted the forecasts; absent where there are none. */
  readonly source?: string;
  /** They were captured at the release's instant or after it: nobody had before. */
  readonly isLate?: true;
  /** What a model says of this month. Shown beside a consensus, and never one. */
  readonly nowcast?: { readonly figures: Figures; readonly source: string };
};

/** An earlier print of the same report: what surprises are measured against. */
export type PastPrint = { readonly date: Session; readonly figures: Figures };

export type PrintClass = 'very-weak' | 'weak' | 'in-line' | 'strong' | 'very-strong';

/** How one series surprised. */
export type Surprise = {
  readonly series: 'core' | 'headline' | 'headlineYearly';
  readonly actual: Ticks;
  /** A whole number against a consensus; a proxy's mean may have a fraction. */
  readonly expected: Ticks;
  /** `consensus`, or `proxy`: the mean of the last three prints, where nobody forecast. */
  readonly against: 'consensus' | 'proxy';
  /** Percentage points, actual less expected, rounded to 0.01. */
  readonly difference: number;
  /** Percentage points; absent with fewer than 24 past surprises. */
  readonly standardDeviation?: number;
  /** `difference` in standard deviations; absent with fewer than 24 past surprises. */
  readonly standardised?: number;
  /** Past surprises that the deviation is taken over. */
  readonly count: number;
  /** Percentage points by which this release restates the month before; absent where it does not say. */
  readonly revision?: number;
  /** `difference` and `revision` together in standard deviations: shown, and never classified by. */
  readonly netNews?: number;
  /** Percentage points: `actual` before it was rounded; absent where nobody knows. */
  readonly unrounded?: number;
};

/**
 * Whether sources that are independent of each other agree on a print.
 *
 * `provisional`: only one has shown it so far. `confirmed`: another one shows the same. `disputed`: another one shows
 * something else; the print stays as it was first seen.
 */
export type PrintAgreement = 'provisional' | 'confirmed' | 'disputed';

/** What a print says, or why it says nothing. */
export type PrintReading =
  | {
      readonly classified: true;
      readonly releaseId: string;
      readonly kind: ReleaseKind;
      readonly referenceMonth: string;
      readonly class: PrintClass;
      /** `yearly` when only the twelve-month change could be judged. */
      readonly method: 'standardised' | 'points' | 'yearly';
      /** Composite surprise in standard deviations, 10 decimals; absent for `points`. */
      readonly z?: number;
      /** Whether rounding of the published figures could have decided the class. */
      readonly fragile: boolean;
      /** Half-width of the rounding band around `z`; absent with it. */
      readonly band?: number;
      readonly surprises: readonly Surprise[];
      /** Whether a survey captured in time stood behind every expectation used; `false` halves the target. */
      readonly hasConsensus: boolean;
      /** The consensus was captured late: it gives the class, and counts for the target as if there were none. */
      readonly isConsensusLate?: true;
      /** First seen more than six hours after it was published. */
      readonly late: boolean;
      /** Whether other sources agree on it; absent where nobody compares. */
      readonly standing?: PrintAgreement;
    }
  | {
      readonly classified: false;
      readonly releaseId: string;
      readonly kind: ReleaseKind;
      readonly referenceMonth: string;
      readonly reason: UnknownReason;
      readonly late: boolean;
      /** Whether other sources agree on it; absent where nobody compares. */
      readonly standing?: PrintAgreement;
    };

/** What a report said on the day it came out; later revisions are not in it. Absent where it did not say it. */
export type FirstPrint = {
  readonly kind: ReleaseKind;
  /** `YYYY-MM`. */
  readonly referenceMonth: string;
  /** The day in New York on which it came out, `YYYY-MM-DD`. */
  readonly day: string;
  /** Changes on the month and the year as published; `previous` is the month before as it was shown that day. */
  readonly headline: { readonly actual?: Ticks; readonly previous?: Ticks };
  readonly core: { readonly actual?: Ticks; readonly previous?: Ticks };
  readonly headlineYearly: { readonly actual?: Ticks; readonly previous?: Ticks };
};
