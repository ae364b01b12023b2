import { MINUTE } from '#domain/duration.ts';
import type { ExchangeFacts, Session } from '#domain/market/session.ts';
import { newYorkDay, newYorkInstant } from './new-york.ts';
import { sessionList } from './session-list.ts';

/**
 * Sessions of the New York exchanges, and when their closes may be used.
 *
 * Days are `YYYY-MM-DD`, instants epoch milliseconds (UTC). Whatever leads outside the days that the facts speak
 * of throws a RangeError that names them: a session is never guessed.
 */
export type ExchangeCalendar = {
  /** Whether the facts speak of a day; never throws. */
  covers(day: string): boolean;
  isSession(day: string): boolean;
  isEarlyClose(day: string): boolean;
  /** The day itself if it is a session, else the first one after it. */
  sessionOnOrAfter(day: string): Session;
  /** The first session after a day, which need not be one itself. */
  next(day: string): Session;
  /** The last session before a day, which need not be one itself. */
  previous(day: string): Session;
  /** The session so many sessions later, or earlier for a negative number. */
  shift(session: Session, sessions: number): Session;
  /** Sessions from one to another: negative when the second comes first. */
  distance(from: Session, to: Session): number;
  /** Oldest first, both days included. */
  sessionsBetween(first: string, last: string): readonly Session[];
  /** 16:00 New York time, 13:00 on early closes. */
  closesAt(session: Session): number;
  /** From this instant on, itself included, a session's closes may be used: 16:15, or 13:15 on early closes. */
  usableAt(session: Session): number;
  /** The latest session whose closes may be used at an instant. */
  lastUsable(instant: number): Session;
};

/** Milliseconds from the close until a session's closes may be used. */
const SETTLING = 15 * MINUTE;

/** @throws RangeError if the facts have an early close on a day without a session */
export function exchangeCalendar(facts: ExchangeFacts): ExchangeCalendar {
  const list = sessionList(facts);
  const early = new Set(facts.earlyCloses);
  const closes = new Map<Session, number>();
  early.forEach((day) => list.placeOf(day));

  /** Place of the first session after a day. */
  const placeAfter = (day: string): number => list.placeFrom(day) + (list.includes(day) ? 1 : 0);
  const previous = (day: string): Session => list.at(list.placeFrom(day) - 1, `the session before ${day}`);

  function closesAt(session: Session): number {
    list.placeOf(session);
    const closesAt = closes.get(session) ?? newYorkInstant(session, early.has(session) ? '13:00' : '16:00');
    closes.set(session, closesAt);
    return closesAt;
  }

  const usableAt = (session: Session): number => closesAt(session) + SETTLING;

  return {
    covers: (day) => list.covers(day),
    isSession: (day) => list.includes(day),
    isEarlyClose: (day) => list.includes(day) && early.has(day),
    sessionOnOrAfter: (day) => list.at(list.placeFrom(day), `the session on or after ${day}`),
    next: (day) => list.at(placeAfter(day), `the session after ${day}`),
    previous,
    shift: (session, by) => list.at(list.placeOf(session) + by, `the session ${by} sessions from ${session}`),
    distance: (from, to) => list.placeOf(to) - list.placeOf(from),
    sessionsBetween: (first, last) => list.sessions.slice(list.placeFrom(first), placeAfter(last)),
    closesAt,
    usableAt,

    lastUsable(instant) {
      const day = newYorkDay(instant);
      return list.includes(day) && usableAt(day) <= instant ? day : previous(day);
    },
  };
}
