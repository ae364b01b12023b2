import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { SourceChanged } from '#domain/problem.ts';
import type { Close } from '#domain/market/session.ts';
import type { DailyClosesSource, IndexName } from '#ports/sources/market-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { Level } from '#adapters/csv/level.ts';
import { isWholeTable } from '#adapters/csv/is-whole-table.ts';
import { readCsv } from '#adapters/csv/read-csv.ts';
import { noteImpossible } from '#adapters/diagnostics/note-impossible.ts';

/** `MM/DD/YYYY`, the trading day in New York, read as `YYYY-MM-DD`. A day that no calendar has is refused. */
const SessionDate = z
  .string()
  .regex(/^\d{2}\/\d{2}\/\d{4}$/, 'expected MM/DD/YYYY')
  .transform((text) => `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`)
  .pipe(z.iso.date());

/** @see https://www.cboe.com/tradable_products/vix/vix_historical_data/ */
const FOLDER = 'https://cdn.cboe.com/api/global/us_indices/daily_prices';

const SOURCE = 'Cboe';

const INDICES: readonly IndexName[] = ['RUT', 'SPX', 'VIX', 'VIX9D', 'VIX3M', 'VVIX', 'SKEW', 'RVX'];

const Rows = z.array(z.tuple([SessionDate, Level]));

type Rows = z.output<typeof Rows>;

export type CboeParts = { readonly client: HttpClient; readonly diagnostics: SourceDiagnostics };

/**
 * Closes of whole sessions as Cboe publishes them at the end of each day, from the first day of each index on.
 *
 * Rows of days on which the stock exchanges are closed are in the files too; whoever counts sessions leaves them out.
 */
export function createCboeIndexHistory({ client, diagnostics }: CboeParts): DailyClosesSource {
  const cache = new LRUCache<IndexName, { readonly body: string; readonly rows: Rows }>({
    max: INDICES.length,
  });

  /** A file changes once a day and is asked for every minute: what was read of the same body is taken again. */
  function rowsOf(body: string, index: IndexName): Rows {
    const before = cache.get(index);
    const rows = before?.body === body ? before.rows : readRows(body, index);
    cache.set(index, { body, rows });
    return rows;
  }

  return {
    source: SOURCE,
    indices: INDICES,

    async closes(index, signal) {
      const url = `${FOLDER}/${index}_History.csv`;
      const { body, askedAt } = await client.ask({ url, isWhole: isWholeTable }, signal);
      const rows = rowsOf(body, index);
      const refused = rows.filter(([, close]) => close === undefined).map(([session]) => session);
      noteImpossible(diagnostics, { subject: index, source: SOURCE, at: askedAt, values: refused });
      return { closes: inOrder(rows), source: SOURCE, quality: 'live' };
    },
  };
}

/** The close stands under CLOSE, or under the index's own name where nobody gives its opening. */
function readRows(body: string, index: IndexName): Rows {
  const columns = [['DATE'], ['CLOSE', index]];
  const rows = Rows.safeParse(readCsv(body, { source: SOURCE, columns }));
  if (!rows.success) {
    const detail = z.prettifyError(rows.error).slice(0, 200);
    throw new SourceChanged(SOURCE, `${index}: ${detail}`, { cause: rows.error });
  }
  if (rows.data.every(([, close]) => close === undefined)) {
    throw new SourceChanged(SOURCE, `${index}: no row with a close`);
  }
  return rows.data;
}

function inOrder(rows: Rows): readonly Close[] {
  const closes = rows.flatMap(([session, close]) => (close === undefined ? [] : [{ session, close }]));
  const ofSession = new Map(closes.map((close) => [close.session, close]));
  return [...ofSession.values()].toSorted((one, other) => (one.session < other.session ? -1 : 1));
}
