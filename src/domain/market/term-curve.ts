import type { Provenance } from './reading.ts';
import type { Session } from './session.ts';

/** One point of the term structure of volatility. */
export type TermPoint = Provenance & {
  /** Such as `VX1` or `VIX3M`. */
  readonly label: string;
  /** Calendar days that it looks ahead, or to its settlement. */
  readonly days: number;
  /** VIX points. */
  readonly value: number;
};

/** VIX futures beside the volatility indices. */
export type TermCurve = {
  /** VIX futures, nearest first. */
  readonly futures: readonly (TermPoint & { readonly expiry: Session })[];
  /** VIX9D, VIX and VIX3M, as far as they are known, nearest first. */
  readonly indices: readonly TermPoint[];
  /** VX2/VX1 − 1, and the same for 30 days; fractions. Absent with fewer than two monthly futures. */
  readonly contango?: { readonly whole: number; readonly per30Days: number };
  /** VX1/VIX − 1, a fraction; absent without both. */
  readonly basis?: number;
  /** A future that always has 30 days left, VIX points; absent where none lie around it. */
  readonly constant30?: number;
};
