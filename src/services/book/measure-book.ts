import type { Positions } from '#domain/book/lot.ts';
import type { BookSize } from '#domain/book/proposal.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Bound } from '#services/bind.ts';
import type { readHoldings } from './read-holdings.ts';

type MeasureDeps = {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly readHoldings: Bound<typeof readHoldings>;
};

/** Milliseconds for which whoever proposes a change waits for prices. */
const TIMEOUT = 5_000;

/**
 * The hedge ratio and dollars of positions that somebody proposes, on a server's own marks; without what cannot be
 * valued.
 */
export async function measureBook(
  { settings: store, readHoldings: read }: MeasureDeps,
  server: string,
  positions: Positions,
  now: number,
): Promise<Pick<BookSize, 'ratio' | 'hedgeDollars'>> {
  const { settings } = await store.read(server);
  const holdings = await read({ server }, { settings, now }, AbortSignal.timeout(TIMEOUT));
  const { ratio, vega } = bookExposure({ ...holdings, positions, settings });
  const isValued = vega?.hedge.rows.some(({ exposure }) => exposure !== undefined);
  return {
    ...(ratio.known && { ratio: ratio.value }),
    ...(vega && isValued && { hedgeDollars: vega.hedge.counted }),
  };
}
