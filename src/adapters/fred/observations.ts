import { z } from 'zod';
import { SourceChanged } from '#domain/problem.ts';
import { askFred, assertVintage, FRED, type FredParts } from './ask-fred.ts';

/** One day or month of a series, as it stood on the day asked about. */
export type Observation = {
  /** `YYYY-MM-DD`: the day itself, or the first of the month. */
  readonly day: string;
  /** Decimal text; absent where FRED has a line and no value. */
  readonly value?: string;
};

export type ObservationQuery = {
  readonly series: string;
  /** Earliest day wanted, `YYYY-MM-DD`. */
  readonly since: string;
  /** The day as of which the values stood, `YYYY-MM-DD`: later revisions are not in them. */
  readonly vintage: string;
};

const Day = z.iso.date();

/** FRED writes `.` where there is no value. */
const Value = z.string().regex(/^(?:-?\d+(?:\.\d+)?|\.)$/);

const Realtime = { realtime_start: Day, realtime_end: Day };

const Answer = z.object({
  ...Realtime,
  units: z.literal('lin'),
  observations: z.array(z.object({ ...Realtime, date: Day, value: Value })),
});

/**
 * A series as it stood on one day.
 *
 * @returns oldest first, one a day
 * @throws SourceUnavailable; SourceChanged, also where the values stood so on another day than the one asked about
 * @see https://fred.stlouisfed.org/docs/api/fred/series_observations.html
 */
export async function observations(
  parts: FredParts,
  { series, since, vintage }: ObservationQuery,
  signal: AbortSignal,
): Promise<readonly Observation[]> {
  const query = {
    series_id: series,
    observation_start: since,
    realtime_start: vintage,
    realtime_end: vintage,
    sort_order: 'asc',
  };
  const answer = await askFred(parts, { page: 'series/observations', query }, Answer, signal);
  assertVintage(answer, vintage, vintage);
  answer.observations.forEach((row) => assertVintage(row, vintage, vintage));
  const days = answer.observations.map(({ date }) => date);
  if (days.some((day, index) => day <= (days[index - 1] ?? ''))) {
    throw new SourceChanged(FRED, `${series}: days out of order`);
  }
  return answer.observations.map(({ date, value }) => ({ day: date, ...(value !== '.' && { value }) }));
}
