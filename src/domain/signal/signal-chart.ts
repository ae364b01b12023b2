import type { Series, Session } from '#domain/market/session.ts';

/** A session that the picture points at. */
export type ChartMark = {
  readonly session: Session;
  readonly label: string;
  readonly kind: 'print' | 'confirmed';
};

/** Everything the signal chart draws, already computed: every series has one value per session. */
export type SignalChart = {
  readonly title: string;
  /** Source, quality and as-of instant in words. */
  readonly subtitle: string;
  /** Oldest first. */
  readonly sessions: readonly Session[];
  /** Closes of the Russell 2000, index points. */
  readonly rut: Series;
  /** Simple moving averages of `rut`, index points. */
  readonly averages: readonly { readonly period: number; readonly values: Series }[];
  /** Wilder RSI, 0–100, and the level at or below which the Russell's counts as capitulation. */
  readonly rsi: {
    readonly period: number;
    readonly rut: Series;
    readonly spx: Series;
    readonly threshold: number;
  };
  /** MACD of the Russell's closes, index points. */
  readonly macd: { readonly line: Series; readonly signal: Series; readonly histogram: Series };
  /** RUT/SPX, 1 at the first session shown. */
  readonly relative: Series;
  readonly marks: readonly ChartMark[];
  /** Printed across the picture, such as `RECORDED`; absent on live data. */
  readonly watermark?: string;
};

/** A drawn chart: a PNG, and what it shows in words for those who cannot see it. */
export type Picture = { readonly png: Uint8Array; readonly altText: string };
