import type { Right, Settlement } from './lot.ts';

/** What somebody means to mark by hand. What it has not must be left out. */
export type MarkDraft = {
  readonly of: 'VX' | 'VIX option' | 'SPX option' | 'VXX' | 'UVXY' | 'SPX' | 'VIX' | 'rate';
  /** `YYYY-MM-DD`. */
  readonly expiry?: string;
  readonly strike?: number;
  /** `call` unless told. */
  readonly right?: Right;
  /** SPX options only; `PM` unless told. */
  readonly settlement?: Settlement;
};
