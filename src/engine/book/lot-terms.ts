import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Session } from '#domain/market/session.ts';

/** What a position is held against when somebody enters it. */
export type LotTerms = {
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  /** The day in New York at that instant. */
  readonly today: Session;
  readonly calendar: ExchangeCalendar;
  /** Calendar days to expiry with which the short, medium and long layer begin. */
  readonly layers: readonly [number, number, number];
};

/** The day itself if it is a session, else the one before: the day on which something can have been traded last. */
export function lastTradingDay({ today, calendar }: Pick<LotTerms, 'today' | 'calendar'>): Session {
  return calendar.isSession(today) ? today : calendar.previous(today);
}
