import type { Ticks } from './print.ts';
import type { ReleaseKind } from './release.ts';

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
