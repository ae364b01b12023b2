import { z } from 'zod';
import type { AdvanceDecline, DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';
import { known, readTable } from './read-table.ts';

const Level = known.pipe(z.number().positive().optional());
const Index = z.coerce.number().positive();
const Count = z.coerce.number().int().nonnegative();

const MarketRow = z.object({
  session: z.iso.date(),
  rut: Index,
  spx: Index,
  vix: Index,
  vix9d: Level,
  vix3m: Level,
  vix6m: Level,
  vix1y: Level,
  vvix: Level,
  skew: Level,
});

const BreadthRow = z.object({
  session: z.iso.date(),
  small_advances: Count,
  small_declines: Count,
  large_advances: Count,
  large_declines: Count,
});

type MarketRow = z.output<typeof MarketRow>;
type BreadthRow = z.output<typeof BreadthRow>;

/** The recorded closes and counts, oldest first. */
export type MarketTable = { readonly market: readonly MarketRow[]; readonly breadth: readonly BreadthRow[] };

/** @throws SourceChanged */
export function readMarketTable(folder: URL): MarketTable {
  return {
    market: readTable(folder, 'market.csv', MarketRow),
    breadth: readTable(folder, 'breadth.csv', BreadthRow),
  };
}

/** From this session on the closes of the Russell come from another provider. */
const BROKER_FROM = '2024-08-05';

/**
 * The recorded market of some sessions.
 *
 * @param before - sessions that come before the first one named
 */
export function recordedMarket(
  { market, breadth }: MarketTable,
  { from, until, before }: { readonly from: Session; readonly until: Session; readonly before: number },
): MarketHistory {
  const first = market.findIndex(({ session }) => session >= from);
  const rows = market.slice(Math.max(0, first - before)).filter(({ session }) => session <= until);
  const since = rows[0]?.session ?? from;
  const counts = breadth.filter(({ session }) => session >= since && session <= until);
  const yahoo = 'Yahoo Finance';
  const broker = until >= BROKER_FROM ? `; Interactive Brokers from ${BROKER_FROM}` : '';
  return {
    rut: closesOf(rows, 'rut', `${yahoo}${broker}`),
    spx: closesOf(rows, 'spx', yahoo),
    vix: closesOf(rows, 'vix', 'Cboe'),
    ...optional(rows, 'vix9d'),
    ...optional(rows, 'vix3m'),
    ...optional(rows, 'vvix'),
    ...(counts.length > 0 && {
      breadth: { small: breadthOf(counts, 'small'), large: breadthOf(counts, 'large') },
    }),
  };
}

function closesOf(
  rows: readonly MarketRow[],
  name: Exclude<keyof MarketRow, 'session'>,
  source: string,
): DailyCloses {
  const closes = rows.flatMap(({ session, [name]: close }) =>
    close === undefined ? [] : [{ session, close }],
  );
  return { closes, source, quality: 'recorded' };
}

/** A series that may not have been published yet in those days. */
function optional(
  rows: readonly MarketRow[],
  name: 'vix9d' | 'vix3m' | 'vvix',
): Partial<Record<typeof name, DailyCloses>> {
  const series = closesOf(rows, name, 'Cboe');
  return series.closes.length > 0 ? { [name]: series } : {};
}

function breadthOf(rows: readonly BreadthRow[], side: 'small' | 'large'): DailyBreadth {
  const days: AdvanceDecline[] = rows.map((row) => ({
    session: row.session,
    advances: row[`${side}_advances`],
    declines: row[`${side}_declines`],
  }));
  const universe = side === 'small' ? 'S&P 600' : 'S&P 500';
  return { universe, days, source: 'shoppafund, counted from quotes', quality: 'proxy' };
}
