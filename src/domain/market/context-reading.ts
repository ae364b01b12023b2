import type { Reading } from './reading.ts';
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
