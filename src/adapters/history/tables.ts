import { z } from 'zod';
import { FIGURE_COLUMNS } from '#adapters/recorded/print-figures.ts';
import type { Table } from './read-rows.ts';

const Level = z
  .string()
  .min(1, 'is blank')
  .transform(Number)
  .pipe(z.number('is no number').positive('is not above 0'));

/** Blank where nothing was published. */
const OptionalLevel = z
  .string()
  .transform((text) => (text === '' ? undefined : Number(text)))
  .pipe(z.number('is no number').positive('is not above 0').optional());

const Count = z
  .string()
  .min(1, 'is blank')
  .transform(Number)
  .pipe(z.int('is no whole number').nonnegative('is below 0'));

const Day = z.iso.date('is no day such as 2014-09-17');

/** A table whose rows are named by their day. */
function daily<Shape extends z.ZodRawShape>(
  path: string,
  columns: Shape,
  needed = false,
): Table<z.ZodObject<Shape & { date: typeof Day }>> {
  const schema = z.object({ ...columns, date: Day });
  return { path, schema, needed, keyOf: (row) => String(Reflect.get(row, 'date')) };
}

const Release = z.object({
  release: z.enum(['CPI', 'PPI'], 'is neither CPI nor PPI'),
  reference_month: z.string().regex(/^\d{4}-\d\d$/, 'is no month such as 2014-08'),
  release_date: Day,
  release_datetime_utc: z.iso.datetime('is no instant such as 2014-09-17T12:30:00Z'),
  ...FIGURE_COLUMNS,
  headline_mom_consensus_source: z.string(),
  core_mom_consensus_source: z.string(),
  notes: z.string(),
});

export type ReleaseRow = z.output<typeof Release>;

/** Every table of a history folder that is read. */
export const TABLES = {
  releases: {
    path: 'releases/cpi_ppi_releases.csv',
    schema: Release,
    needed: true,
    keyOf: ({ release, release_date: date }: ReleaseRow) => `${date} ${release}`,
  },
  rut: daily('market/rut_daily.csv', { close: Level, source: z.string() }, true),
  spx: daily('market/spx_daily.csv', { close: Level, source: z.string().default('yahoo_spx') }, true),
  vix: daily('market/vix_daily.csv', { close: Level }, true),
  volatility: daily('market/vol_indices_daily.csv', {
    vix9d: OptionalLevel,
    vix3m: OptionalLevel,
    vvix: OptionalLevel,
  }),
  futures: daily('vix_futures/vx_settlements_daily.csv', { vx1: Level, vx2: Level }),
  breadth: daily('breadth/exchange_and_index_advance_decline.csv', {
    sp600_advancers: Count,
    sp600_decliners: Count,
    sp500_advancers: Count,
    sp500_decliners: Count,
  }),
  statements: {
    path: 'official/fomc_meetings.csv',
    schema: z.object({
      statement_day: Day,
      kind: z.enum(['scheduled', 'unscheduled', 'tentative'], 'is no kind of meeting'),
    }),
    needed: false,
    keyOf: ({ statement_day: day }: { readonly statement_day: string }) => day,
  },
} as const;
