import { z } from 'zod';
import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { ReleaseDates } from '#ports/sources/release-data.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { type CalendarEvent, type CalendarLine, calendarEvents } from './calendar-events.ts';

/** @see https://www.bls.gov/schedule/news_release/ */
const ADDRESS = 'https://www.bls.gov/schedule/news_release/bls.ics';
const SOURCE = 'BLS calendar';

/** Exact titles: "Producer Price Index" alone, and not the reports whose names begin like it. */
const TITLES: ReadonlyMap<string, ReleaseKind> = new Map([
  ['Consumer Price Index', 'CPI'],
  ['Producer Price Index', 'PPI'],
]);

/** What the calendar calls the zone of its times: New York's, whatever the host makes of the name. */
const ZONES: ReadonlySet<string> = new Set(['US-Eastern', 'US/Eastern', 'America/New_York']);

const Moment = z
  .string()
  .regex(/^\d{8}(T\d{6}Z?)?$/)
  .transform((text) => ({
    day: text.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3'),
    time: text.length > 8 ? text.replace(/^.{9}(\d\d)(\d\d).*$/, '$1:$2') : undefined,
    isUniversal: text.endsWith('Z'),
  }))
  .refine(({ day }) => z.iso.date().safeParse(day).success, 'no such day')
  .refine(({ time }) => time === undefined || z.iso.time().safeParse(time).success, 'no such time');

/** The publisher's own calendar: this year's releases, past ones too, and next year's once it lists them. */
export function createBlsReleaseDates(client: HttpClient): ReleaseDates {
  return {
    source: SOURCE,
    authority: 'publisher',

    async dates(signal) {
      const { body } = await client.ask({ url: ADDRESS, isWhole: isWholeCalendar }, signal);
      const dates = calendarEvents(body).flatMap(listedDate);
      for (const [title, kind] of TITLES) {
        if (!dates.some((date) => date.kind === kind)) {
          throw new SourceChanged(SOURCE, `nothing in it is called "${title}"`);
        }
      }
      return dates;
    },
  };
}

function isWholeCalendar(body: string): boolean {
  return body.startsWith('BEGIN:VCALENDAR') && body.trimEnd().endsWith('END:VCALENDAR');
}

function listedDate(event: CalendarEvent): readonly ListedDate[] {
  const kind = TITLES.get(event.get('SUMMARY')?.text ?? '');
  if (!kind) {
    return [];
  }
  const begin = event.get('DTSTART');
  if (!begin) {
    throw new SourceChanged(SOURCE, `a ${kind} without DTSTART`);
  }
  const isCalledOff = event.get('STATUS')?.text === 'CANCELLED';
  return [{ kind, ...momentOf(begin), ...(isCalledOff && { withdrawn: 'cancelled' as const }) }];
}

function momentOf({ text, parameters }: CalendarLine): { day: string; scheduledAt?: number } {
  const moment = Moment.safeParse(text);
  if (!moment.success) {
    throw new SourceChanged(SOURCE, `DTSTART "${text.slice(0, 20)}"`, { cause: moment.error });
  }
  const { day, time, isUniversal } = moment.data;
  if (time === undefined) {
    return { day };
  }
  const zone = parameters.get('TZID');
  if (!isUniversal && (zone === undefined || !ZONES.has(zone))) {
    throw new SourceChanged(SOURCE, `times in the zone ${zone?.slice(0, 40) ?? 'of whoever reads them'}`);
  }
  const scheduledAt = isUniversal ? Date.parse(`${day}T${time}Z`) : newYorkInstant(day, time);
  return { day: newYorkDay(scheduledAt), scheduledAt };
}
