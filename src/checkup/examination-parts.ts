import type { HttpParts } from '#adapters/http/client-policy.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';

/** What it takes to try every source. A source whose key is absent is not asked. */
export type ExaminationParts = {
  readonly http: HttpParts;
  readonly calendar: ExchangeCalendar;
  readonly blsKey?: string;
  readonly fredKey?: string;
  readonly massiveKey?: string;
};
