import type { LotFault } from '#domain/book/lot-fault.ts';
import type { LotTerms } from './lot-terms.ts';
import { readDay } from './read-day.ts';

/** What is wrong with a day on which something is said to have been traded; empty when nothing is. */
export function checkTradingDay(day: string, { today, calendar }: LotTerms): readonly LotFault[] {
  if (readDay(day) === undefined) {
    return [{ kind: 'unreadable-day', what: 'date', typed: day }];
  }
  if (day > today) {
    return [{ kind: 'in-future', day }];
  }
  if (!calendar.covers(day) || !calendar.isSession(day)) {
    const nearest = calendar.covers(day) ? [calendar.previous(day), calendar.next(day)] : [];
    return [{ kind: 'not-a-session', day, nearest: nearest.filter((session) => session <= today) }];
  }
  return [];
}
