import type { Session } from '#domain/market/session.ts';

/** Sessions after a recommendation at which it is looked at again. */
export type ScoreHorizon = 1 | 5 | 20;

/** What came after one recommended step. Written once, whatever it says. */
export type Score = {
  /** The decision that recommended the step. */
  readonly decisionId: string;
  /** The session of its close. */
  readonly session: Session;
  /** Signed, as governed. */
  readonly step: number;
  readonly horizon: ScoreHorizon;
  /** The session that it was looked at again. */
  readonly until: Session;
  /** VIX points from the one close to the other. */
  readonly vixChange: number;
  /** Percent. */
  readonly spxReturn: number;
  /** Logarithmic return of RUT less that of SPX, percent. */
  readonly relative: number;
  /** The deepest close of SPX in between, percent below the one at the step; 0 where it never fell. */
  readonly drawdown: number;
  /** An up-step was right when the VIX stood higher, a down-step when it stood no higher. */
  readonly right: boolean;
};

/** How recommendations of one direction have done at one horizon. */
export type Calibration = {
  readonly direction: 'up' | 'down';
  readonly horizon: ScoreHorizon;
  readonly count: number;
  readonly right: number;
  /** Wilson's 95 % interval of the share that was right; absent without any. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** VIX points; absent without any. */
  readonly meanVixChange?: number;
  /** Percent; absent without any. */
  readonly meanSpxReturn?: number;
};
