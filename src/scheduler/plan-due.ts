import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { DAY } from '#domain/duration.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Session } from '#domain/market/session.ts';
import { type Upkeep, upkeepOf } from './upkeep.ts';

export type PlanRequest = {
  /** As the release calendar has them now. */
  readonly releases: readonly Release[];
  readonly calendar: ExchangeCalendar;
  /** The longest event window of any server, sessions. */
  readonly windowSessions: number;
  /** Whether any server's ratio is above its base. */
  readonly aboveBase: boolean;
  /** Epoch milliseconds (UTC). */
  readonly now: number;
  /** How far ahead is planned, milliseconds. */
  readonly horizon: number;
  /** Absent where dates and forecasts are recorded, and nothing is read again. */
  readonly upkeep?: Upkeep;
};

/** Milliseconds after which no window of a release can still be open: 12 sessions, holidays included. */
const LONGEST_WINDOW = 30 * DAY;

/**
 * Closes planned ahead while a ratio is above base. They are stored, so that a bot that was away for some of them
 * knows that it missed them.
 */
const CLOSES_AHEAD = 5;

/**
 * All work that can still be run and falls due within the horizon, by instant.
 *
 * A release asks for a pre-brief at 18:00 New York on the day before, its figures at its instant, checks at 09:45
 * and 10:30 of day 0 if it is published before them, and an official evaluation of each close of its window. One
 * close more is planned: a step that the last one takes counts once it has been posted, which is after the plan was
 * made. Where nothing is open by then, nothing is said.
 *
 * Of releases that share a close, the latest is named. The work ends where the exchange calendar ends.
 *
 * @throws RangeError if `now` is outside the exchange calendar
 */
export function planDue(request: PlanRequest): readonly DueWork[] {
  const { now, horizon } = request;
  const near = releasesNear(request);
  const watched = request.upkeep?.isAlone
    ? []
    : [...watchedCloses(request), ...near.flatMap((release) => workOf(release, request))];
  const planned = new Map([...watched, ...upkeepOf(near, request)].map((work) => [work.id, work]));
  return [...planned.values()]
    .filter(({ dueAt, validUntil }) => dueAt <= now + horizon && validUntil >= now)
    .toSorted((a, b) => a.dueAt - b.dueAt);
}

/** Oldest first. */
function releasesNear({ releases, now, horizon }: PlanRequest): readonly Release[] {
  return releases
    .filter(({ status }) => status !== 'cancelled' && status !== 'merged')
    .filter(({ scheduledAt }) => scheduledAt > now - LONGEST_WINDOW && scheduledAt - 2 * DAY < now + horizon)
    .toSorted((a, b) => a.scheduledAt - b.scheduledAt);
}

function workOf(release: Release, { calendar, windowSessions }: PlanRequest): readonly DueWork[] {
  const sessions = sessionsFrom(newYorkDay(release.scheduledAt), windowSessions + 2, calendar);
  const [zero] = sessions;
  const last = sessions.slice(0, windowSessions + 1).at(-1);
  if (zero === undefined || last === undefined) {
    return [];
  }
  const printUntil = calendar.usableAt(last);
  return [
    preBrief(release, zero),
    print(release, zero, printUntil),
    ...checks(release, zero, calendar),
    ...sessions.map((session) => close(session, calendar, release.id)),
  ];
}

/** Valid until the figures are due: then there is nothing left to announce. */
function preBrief({ id, scheduledAt }: Release, session: Session): DueWork {
  const dueAt = newYorkInstant(shiftDay(newYorkDay(scheduledAt), -1), '18:00');
  return { id: `${id}.pre-brief`, kind: 'pre-brief', releaseId: id, session, dueAt, validUntil: scheduledAt };
}

/** Valid as long as its window: figures that are first seen days later still count, and are labelled late. */
function print({ id, scheduledAt }: Release, session: Session, validUntil: number): DueWork {
  return { id: `${id}.print`, kind: 'print', releaseId: id, session, dueAt: scheduledAt, validUntil };
}

/** The first is valid until the second, the second until the close. */
function checks({ id, scheduledAt }: Release, session: Session, calendar: ExchangeCalendar): DueWork[] {
  const early = newYorkInstant(session, '09:45');
  const late = newYorkInstant(session, '10:30');
  const check = { kind: 'check', releaseId: id, session } as const;
  const both: DueWork[] = [
    { ...check, id: `${session}.check-0945`, time: '09:45', dueAt: early, validUntil: late - 1 },
    {
      ...check,
      id: `${session}.check-1030`,
      time: '10:30',
      dueAt: late,
      validUntil: calendar.closesAt(session) - 1,
    },
  ];
  return both.filter(({ dueAt }) => scheduledAt <= dueAt);
}

/** Valid until the next close may be used: after that, it would look at what it must not know. */
function close(session: Session, calendar: ExchangeCalendar, releaseId?: string): DueWork {
  const [following] = sessionsFrom(shiftDay(session, 1), 1, calendar);
  const dueAt = calendar.usableAt(session);
  return {
    id: `${session}.official`,
    kind: 'close',
    ...(releaseId !== undefined && { releaseId }),
    session,
    dueAt,
    validUntil: (following === undefined ? dueAt + DAY : calendar.usableAt(following)) - 1,
  };
}

function watchedCloses({ aboveBase, calendar, now }: PlanRequest): readonly DueWork[] {
  const today = calendar.sessionOnOrAfter(newYorkDay(now));
  if (!aboveBase) {
    return [];
  }
  return sessionsFrom(today, CLOSES_AHEAD + 1, calendar)
    .map((session) => close(session, calendar))
    .filter(({ dueAt }) => dueAt >= now)
    .slice(0, CLOSES_AHEAD);
}

/** So many sessions from a day on, the day itself included; fewer where the calendar ends. */
function sessionsFrom(day: string, count: number, calendar: ExchangeCalendar): readonly Session[] {
  const sessions: Session[] = [];
  for (let next = day; sessions.length < count && calendar.covers(next); next = shiftDay(next, 1)) {
    if (calendar.isSession(next)) {
      sessions.push(next);
    }
  }
  return sessions;
}
