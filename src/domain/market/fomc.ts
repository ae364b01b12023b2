import type { Session } from './session.ts';

/** One monetary-policy statement of the Federal Open Market Committee. */
export type FomcStatement = {
  /** The day it is published, New York; of an unscheduled one it may be no trading day. */
  readonly day: Session;
  /** Whether it was announced beforehand; unscheduled ones cannot be known before they are out. */
  readonly scheduled: boolean;
};
