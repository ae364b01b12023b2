import { z } from 'zod';
import { shiftDay } from '#calendar/calendar-day.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { ReleaseDates } from '#ports/sources/release-data.ts';
import { FRED, type FredParts, askFred, fredDay } from './ask-fred.ts';
import { FRED_RELEASES } from './series.ts';

const KINDS: readonly ReleaseKind[] = ['CPI', 'PPI'];

/** Past dates that are asked for as well, so that a calendar can be compared. */
const DAYS_BACK = 400;

/** FRED's word for "and all that is to come". */
const FOR_EVER = '9999-12-31';

const Answer = z.object({
  realtime_start: z.iso.date(),
  realtime_end: z.iso.date(),
  release_dates: z.array(z.object({ release_id: z.int(), date: z.iso.date() })),
});

/**
 * Days on which FRED expects the reports: a copy of BLS's calendar, without the time of day.
 *
 * Asked for days to come as well, FRED may list days on which nothing is published; whoever asks decides about those.
 *
 * @see https://fred.stlouisfed.org/docs/api/fred/release_dates.html
 */
export function createFredReleaseDates(parts: FredParts): ReleaseDates {
  async function datesOf(kind: ReleaseKind, signal: AbortSignal): Promise<readonly ListedDate[]> {
    const since = shiftDay(fredDay(parts.clock.now()), -DAYS_BACK);
    const query = {
      release_id: String(FRED_RELEASES[kind]),
      realtime_start: since,
      realtime_end: FOR_EVER,
      include_release_dates_with_no_data: 'true',
      sort_order: 'asc',
    };
    const answer = await askFred(parts, { page: 'release/dates', query }, Answer, signal);
    const stranger = answer.release_dates.find(({ release_id }) => release_id !== FRED_RELEASES[kind]);
    if (stranger) {
      throw new SourceChanged(FRED, `dates of release ${stranger.release_id} where ${kind} was asked for`);
    }
    const days = new Set(answer.release_dates.map(({ date }) => date).filter((day) => day >= since));
    return [...days].map((day) => ({ kind, day }));
  }

  return {
    source: FRED,
    authority: 'mirror',

    async dates(signal) {
      const all: ListedDate[] = [];
      for (const kind of KINDS) {
        all.push(...(await datesOf(kind, signal)));
      }
      return all;
    },
  };
}
