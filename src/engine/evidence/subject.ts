import type { PrintReading } from '#domain/releases/print.ts';
import type { Session } from '#domain/market/session.ts';

/** The print that evidence speaks of: the open event's, else the latest. */
export type Subject = {
  readonly reading: PrintReading;
  /** Sessions since its day 0. */
  readonly age: number;
  /** The session before its day 0, where the reference close is taken. */
  readonly sessionBefore: Session;
};
