import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { DAY, HOUR, MINUTE } from '#domain/duration.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import { isOpen, type Release } from '#domain/releases/release.ts';

/** That dates and forecasts are read from sources which change. */
export type Upkeep = {
  /** Epoch milliseconds (UTC): when the program began, at which dates are read for the first time. */
  readonly startedAt: number;
  /** Nothing besides is planned, because no source of figures and prices is connected. */
  readonly isAlone?: true;
};

/** When dates are read each day, in New York: before anything is published. */
const READ_AT = '06:15';

/** Milliseconds before its figures at which a release's forecasts are captured a last time. */
const LAST_LOOK = 5 * MINUTE;

/**
 * When the latest decisions are made again, in New York: in the morning, when sources have corrected the day before, and
 * once counts are not provisional any more.
 */
const REVIEWED_AT = ['07:30', '16:45'] as const;

/** When rolls and budgets are looked at each day, in New York: before the open. */
const HEDGES_AT = '09:00';
/** Milliseconds after a release's instant at which other sources are asked for its print, and for which they are. */
const FIRST_SECOND_LOOK = MINUTE;
const SECOND_LOOKS_FOR = 5 * DAY;

/** When it is looked for servers to forget, in New York. */
const FORGOTTEN_AT = '05:30';

const FIRST_READING_VALID = HOUR;

/**
 * What keeps the calendar, the forecasts and what was decided fresh: dates are read at the start and each morning, planned a day ahead,
 * and forecasts five minutes before the figures.
 *
 * @param near - releases whose work is planned
 */
export function upkeepOf(
  near: readonly Release[],
  { now, upkeep }: { readonly now: number; readonly upkeep?: Upkeep },
): readonly DueWork[] {
  if (!upkeep) {
    return [];
  }
  const today = newYorkDay(now);
  return [
    firstReading(upkeep),
    ...[-1, 0, 1].map((days) => reading(shiftDay(today, days))),
    ...[-1, 0, 1].map((days) => serverPurge(shiftDay(today, days))),
    ...[-1, 0, 1].map((days) => hedgeLook(shiftDay(today, days))),
    ...near.filter(isOpen).map(lastForecasts),
    ...(upkeep.isAlone ? [] : near.map(verification)),
    ...(upkeep.isAlone ? [] : [-1, 0, 1].flatMap((days) => reviews(shiftDay(today, days)))),
  ];
}

function firstReading({ startedAt }: Upkeep): DueWork {
  return {
    id: `calendar.start-${startedAt}`,
    kind: 'calendar-refresh',
    session: newYorkDay(startedAt),
    dueAt: startedAt,
    validUntil: startedAt + FIRST_READING_VALID,
  };
}

/** Valid until the next morning's. */
function reading(day: string): DueWork {
  return {
    id: `calendar.${day}`,
    kind: 'calendar-refresh',
    session: day,
    dueAt: newYorkInstant(day, READ_AT),
    validUntil: newYorkInstant(shiftDay(day, 1), READ_AT) - 1,
  };
}

/** Valid until the next morning's: what was due yesterday is due today. */
function serverPurge(day: string): DueWork {
  return {
    id: `purge-servers.${day}`,
    kind: 'purge-servers',
    session: day,
    dueAt: newYorkInstant(day, FORGOTTEN_AT),
    validUntil: newYorkInstant(shiftDay(day, 1), FORGOTTEN_AT) - 1,
  };
}

function hedgeLook(day: string): DueWork {
  return {
    id: `hedge.${day}`,
    kind: 'hedge',
    session: day,
    dueAt: newYorkInstant(day, HEDGES_AT),
    validUntil: newYorkInstant(shiftDay(day, 1), HEDGES_AT) - 1,
  };
}

/** Valid until the next one. */
function reviews(day: string): readonly DueWork[] {
  const [morning, evening] = REVIEWED_AT;
  const review = (time: string, until: number): DueWork => ({
    id: `review.${day}-${time.replace(':', '')}`,
    kind: 'review',
    session: day,
    dueAt: newYorkInstant(day, time),
    validUntil: until - 1,
  });
  return [
    review(morning, newYorkInstant(day, evening)),
    review(evening, newYorkInstant(shiftDay(day, 1), morning)),
  ];
}

/** From a minute after the figures are due on. */
function verification({ id, scheduledAt }: Release): DueWork {
  return {
    id: `${id}.verify`,
    kind: 'verify',
    releaseId: id,
    session: newYorkDay(scheduledAt),
    dueAt: scheduledAt + FIRST_SECOND_LOOK,
    validUntil: scheduledAt + SECOND_LOOKS_FOR,
  };
}

function lastForecasts({ id, scheduledAt }: Release): DueWork {
  return {
    id: `${id}.forecast`,
    kind: 'forecast',
    releaseId: id,
    session: newYorkDay(scheduledAt),
    dueAt: scheduledAt - LAST_LOOK,
    validUntil: scheduledAt - 1,
  };
}
