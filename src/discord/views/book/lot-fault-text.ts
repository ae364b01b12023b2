import type { LotFault } from '#domain/book/lot-fault.ts';
import type { Session } from '#domain/market/session.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const { faults } = en.book;

/** Why something cannot be a position, and what would do. */
export function lotFaultText(fault: LotFault): string {
  switch (fault.kind) {
    case 'quantity':
      return faults.quantity(String(fault.value));
    case 'not-positive':
      return faults.notPositive(fault.what, String(fault.value));
    case 'negative':
      return faults.negative(fault.what, String(fault.value));
    case 'strikes-unreadable':
      return faults.strikesUnreadable(code(fault.typed));
    case 'strikes-order':
      return faults.strikesOrder(code(fault.strikes.join('/')));
    case 'credit-above-wing':
      return faults.creditAboveWing(String(fault.credit), String(fault.wing));
    case 'lacks':
      return faults.lacks(fault.of, fault.field);
    case 'does-not-take':
      return faults.doesNotTake(fault.of, fault.field);
    case 'more-than-held':
      return faults.moreThanHeld(String(fault.asked), String(fault.held));
    default:
      return dayFaultText(fault);
  }
}

type DayFault = Extract<
  LotFault,
  {
    kind:
      | 'unreadable-day'
      | 'expired'
      | 'not-listed'
      | 'beyond-calendar'
      | 'in-future'
      | 'not-a-session'
      | 'closed-before-opened'
      | 'expires-before-opened';
  }
>;

function dayFaultText(fault: DayFault): string {
  switch (fault.kind) {
    case 'unreadable-day':
      return faults.unreadableDay(code(fault.typed));
    case 'expired':
      return faults.expired(fault.expiry, nearest(fault.nearest));
    case 'not-listed':
      return faults.notListed(faults.products[fault.product], fault.expiry, nearest(fault.nearest));
    case 'beyond-calendar':
      return faults.beyondCalendar(fault.expiry);
    case 'in-future':
      return faults.inFuture(fault.day);
    case 'not-a-session':
      return faults.notASession(fault.day, nearest(fault.nearest));
    case 'closed-before-opened':
      return faults.closedBeforeOpened(fault.closedOn, fault.openedOn);
    case 'expires-before-opened':
      return faults.expiresBeforeOpened(fault.openedOn, fault.expiry);
  }
}

function nearest(days: readonly Session[]): string {
  return days.length === 0 ? '' : faults.nearest(days.map(code).join(', '));
}
