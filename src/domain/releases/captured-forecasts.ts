import type { Figures } from './print.ts';

/** What is expected of a coming release, as it stood at one moment. Sources edit theirs, so the moment belongs to it. */
export type CapturedForecasts = {
  /** `consensus` of each series, and `previous` where the source shows it. Never an `actual`. */
  readonly figures: Figures;
  /** Who counted them, such as `ForexFactory`, or `manual`. */
  readonly source: string;
  /** Discord id of the person who typed them in; absent for those that a machine fetched. */
  readonly by?: string;
  /** The server whose steward typed them in: they count there alone. Absent for those that count everywhere. */
  readonly server?: string;
  readonly nature: 'survey' | 'nowcast';
  /** Epoch milliseconds (UTC) at which they read so. */
  readonly capturedAt: number;
};
