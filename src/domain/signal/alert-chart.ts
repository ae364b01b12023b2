import type { Series, Session } from '#domain/market/session.ts';

/** The reading that decides, beside how small and large caps went. */
export type AlertReading =
  | {
      readonly kind: 'rsi';
      /** Closes that it is measured over. */
      readonly period: number;
      /** Of the Russell 2000, 0 to 100. */
      readonly values: Series;
      /** At or below it the Russell's momentum counts as low. */
      readonly level: number;
    }
  | {
      readonly kind: 'vix';
      /** VIX points. */
      readonly values: Series;
      /** Above it new hedge is late. */
      readonly level: number;
    };

/** The small picture of an alert, readable on a phone: every series has one value per session. */
export type AlertChart = {
  readonly form: 'alert';
  /** Oldest first; those since the print, and as many before it as show where it came from. */
  readonly sessions: readonly Session[];
  /** The close that both indices are measured from: the one before the print, or the first shown without one. */
  readonly from: Session;
  /** Percent from that close. */
  readonly rut: Series;
  readonly spx: Series;
  readonly reading: AlertReading;
  /** Day 0 of the event's prints. */
  readonly prints: readonly Session[];
  /** Printed across the picture, such as `RECORDED`; absent on live data. */
  readonly watermark?: string;
};
