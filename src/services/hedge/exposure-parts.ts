import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { FomcStatement } from '#domain/market/fomc.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { RatioLedger } from '#ports/ledger/ratio-ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { EvaluateNow } from '#services/signal/evaluate-now.ts';
import type { ReadHoldings } from '#services/book/read-holdings.ts';

/** What questions about the hedge are answered from. */
export type ExposureParts = {
  readonly calendar: ExchangeCalendar;
  readonly fomc: readonly FomcStatement[];
  readonly releases: ReleaseCalendar;
  readonly ledger: BookLedger & DecisionLedger & RatioLedger;
  readonly settings: SettingsStore;
  readonly marketClock: MarketClock;
  readonly evaluateNow: EvaluateNow;
  readonly readHoldings: ReadHoldings;
  readonly charts: ChartRenderer;
  readonly log: Log;
  readonly watermark?: string;
};
