import type { Decision } from '#domain/signal/decision.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { VolGeometry } from '#domain/hedge/valuation.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';

/** A book with lots, what it is valued with, and the decision that it stands beside. */
export type HedgeReportCase = {
  readonly positions: Positions;
  readonly lots: readonly BookedLot[];
  readonly today: Session;
  readonly sources: PriceSources;
  readonly geometry: VolGeometry;
  readonly settings: Settings;
  readonly decision: Pick<Decision, 'ratio' | 'state'>;
  /** What SPX travels in a typical day, percent. */
  readonly dailyRange: Reading<number>;
  /** Closes of the Russell 2000 by session, index points: what stands in for a small-cap ETF. */
  readonly smallCaps: ReadonlyMap<Session, number>;
  /** The last session with a close. */
  readonly lastSession: Session;
};
