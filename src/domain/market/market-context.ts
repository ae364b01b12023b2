import type { Quality, Reading } from './reading.ts';
import type { PriceMultiple } from '#domain/book/mark.ts';
import type { Session } from './session.ts';

/** What a card shows for context and no rule reads. */
export type ContextName = 'dollar' | 'curve' | 'nominalTen' | 'realTen' | 'highYield';

/**
 * One number of the context. The dollar in index points, all others in percent; `curve` is the 10-year yield less that
 * of 2 years.
 */
export type ContextReading = {
  readonly name: ContextName;
  readonly reading: Reading<number>;
  /** Of the day that the value belongs to; absent with it. */
  readonly day?: Session;
  /** Since the value before, and the one five before, in the unit of the value; absent where they are not there. */
  readonly oneDay?: number;
  readonly fiveDays?: number;
};

/** Daily values of a series that is shown for context. */
export type ContextValues = {
  /**
   * Oldest first, one a day (`YYYY-MM-DD`); days without a value are left out. Percent for yields and spreads, which
   * may be below 0; index points for the dollar.
   */
  readonly values: readonly { readonly day: string; readonly value: number }[];
  readonly source: string;
  readonly quality: Quality;
};

/** A multiple that somebody has entered by hand. */
export type KnownMultiple = PriceMultiple & {
  /** Times; positive. */
  readonly value: number;
  /** Who published it. */
  readonly source: string;
  /** That it is of, and calendar days since. */
  readonly day: Session;
  readonly days: number;
};

/** What small companies' capital costs now, and what wider spreads and a higher beta would make of it. */
export type SmallCapStress = {
  /** Nobody measures these here: fractions, and rates a year. */
  readonly assumed: {
    readonly debtShare: number;
    readonly beta: number;
    readonly premium: number;
    readonly taxRate: number;
    readonly growth: number;
  };
  /** Added to the credit spread, a fraction a year, and to beta. */
  readonly shock: { readonly spread: number; readonly beta: number };
  /** Weighted cost of capital before and after, fractions a year. */
  readonly capital: readonly [before: number, after: number];
  /** Required return on equity before and after, fractions a year. */
  readonly equity: readonly [before: number, after: number];
  /** Change of price–earnings and price–cash-flow multiples, a fraction; absent where no multiple follows. */
  readonly multiple?: number;
};
