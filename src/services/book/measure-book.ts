import type { BookParts, MeasureBook } from './book-parts.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import type { ReadHoldings } from './read-holdings.ts';

/** Milliseconds for which whoever proposes a change waits for prices. */
const TIMEOUT = 5_000;

/** The hedge ratio and dollars of positions that somebody proposes, on a server's own marks. */
export function createMeasureBook({
  settings: store,
  readHoldings,
}: Pick<BookParts, 'settings'> & { readonly readHoldings: ReadHoldings }): MeasureBook {
  return async (server, positions, now) => {
    const { settings } = await store.read(server);
    const holdings = await readHoldings({ server }, { settings, now }, AbortSignal.timeout(TIMEOUT));
    const { ratio, vega } = bookExposure({ ...holdings, positions, settings });
    const isValued = vega?.hedge.rows.some(({ exposure }) => exposure !== undefined);
    return {
      ...(ratio.known && { ratio: ratio.value }),
      ...(vega && isValued && { hedgeDollars: vega.hedge.counted }),
    };
  };
}
