import type { WebParts } from '#adapters/http/web-terms.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';

/** What it takes to try every source. A source whose key is absent is not asked. */
export type ExaminationParts = {
  readonly web: WebParts;
  readonly calendar: ExchangeCalendar;
  readonly blsKey?: string;
  readonly fredKey?: string;
  readonly massiveKey?: string;
};
