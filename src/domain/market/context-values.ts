import type { Quality } from './reading.ts';

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
