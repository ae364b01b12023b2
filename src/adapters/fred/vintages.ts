import { z } from 'zod';
import { SourceChanged } from '#domain/problem.ts';
import { askFred, assertVintage, FRED, type FredParts } from './ask-fred.ts';

/** A level as it stood from one day to another, both included. */
export type Vintage = {
  readonly from: string;
  readonly until: string;
  /** Decimal text. */
  readonly level: string;
};

export type VintageQuery = {
  readonly series: string;
  /** First month wanted, `YYYY-MM-DD`. */
  readonly since: string;
  /** Days between which the levels stood so, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
};

/** Bytes of every level that a series of prices ever had. */
const LARGEST = 32 * 1024 * 1024;

const Row = z.object({
  realtime_start: z.iso.date(),
  realtime_end: z.iso.date(),
  date: z.iso.date(),
  value: z.string().regex(/^(?:-?\d+(?:\.\d+)?|\.)$/),
});

const Answer = z.object({
  realtime_start: z.iso.date(),
  realtime_end: z.iso.date(),
  units: z.literal('lin'),
  output_type: z.literal(1),
  count: z.int(),
  observations: z.array(Row),
});

/**
 * Every level that a monthly series ever had, by month `YYYY-MM`, each with the days on which it stood, earliest first.
 *
 * @throws SourceUnavailable; SourceChanged, also where the answer is not all that was asked for
 * @see https://fred.stlouisfed.org/docs/api/fred/series_observations.html
 */
export async function vintages(
  parts: FredParts,
  { series, since, from, until }: VintageQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Vintage[]>> {
  const query = {
    series_id: series,
    observation_start: since,
    realtime_start: from,
    realtime_end: until,
    output_type: '1',
    sort_order: 'asc',
  };
  const answer = await askFred(
    parts,
    { page: 'series/observations', query, largest: LARGEST },
    Answer,
    signal,
  );
  assertVintage(answer, from, until);
  if (answer.count !== answer.observations.length) {
    throw new SourceChanged(FRED, `${series}: ${answer.observations.length} of ${answer.count} rows`);
  }
  const months = new Map<string, Vintage[]>();
  for (const { date, value, realtime_start, realtime_end } of answer.observations) {
    const month = date.slice(0, MONTH_LENGTH);
    const known = months.get(month) ?? [];
    months.set(month, known);
    if (value !== '.') {
      known.push({ from: realtime_start, until: realtime_end, level: value });
    }
  }
  months.forEach((known) => known.sort((one, other) => (one.from < other.from ? -1 : 1)));
  return months;
}

/** Characters of `YYYY-MM`. */
const MONTH_LENGTH = 7;
