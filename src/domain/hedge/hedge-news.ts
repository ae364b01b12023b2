import type { HedgeCost } from './hedge-cost.ts';
import type { RollDue } from './roll-due.ts';

/** Something about a hedge that its server is told once. */
export type HedgeNews =
  /** A layer's lot is due to be rolled. */
  | { readonly about: 'roll'; readonly roll: RollDue; readonly isIllustration: boolean }
  /** So much of the year's budget is used, a fraction: 0.8 or 1. */
  | { readonly about: 'budget'; readonly reached: number; readonly cost: HedgeCost };
