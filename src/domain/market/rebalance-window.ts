import type { Session } from './session.ts';

/** When a hedge is best changed: the quiet part of one session. */
export type RebalanceWindow = {
  readonly session: Session;
  /** Epoch milliseconds (UTC). */
  readonly from: number;
  /** Epoch milliseconds (UTC): the last ten minutes before the close are not among it. */
  readonly until: number;
  /** What keeps people out before `from`: the opening, or VIX products that settle that morning. */
  readonly after: 'opening' | 'vix-settlement';
};
