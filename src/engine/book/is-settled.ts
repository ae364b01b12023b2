import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { productOf } from '#calendar/expiry-instants.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import { settlementInstant } from './settled-lots.ts';

/** Whether what was marked has settled at an instant, epoch milliseconds (UTC), so that nothing is worth it any more. */
export function isSettled(of: ManualMark['of'], now: number, calendar: ExchangeCalendar): boolean {
  switch (of.kind) {
    case 'future':
      return isPast(settlementInstant('VIX futures', of.expiry, calendar), now);
    case 'option':
      return isPast(settlementInstant(productOf(of), of.expiry, calendar), now);
    case 'share':
    case 'index':
    case 'rate':
      return false;
  }
}

function isPast(instant: number | undefined, now: number): boolean {
  return instant !== undefined && instant <= now;
}
