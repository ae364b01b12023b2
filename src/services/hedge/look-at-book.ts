import type { BookOwner } from '#domain/book/book-record.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { bookExposure, type ExposureCase } from '#engine/account/book-exposure.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Holdings, HoldingsServices } from '#services/book/index.ts';

/** What every answer about a book carries. */
export type Frame = {
  readonly owner: BookOwner;
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  /** Whether every lot is an example that nobody holds. */
  readonly isIllustration: boolean;
  /** Printed on the answer; absent on live data. */
  readonly watermark?: string;
};

/** A book at this moment with its server's settings. */
export type Look = { readonly holdings: Holdings; readonly settings: Settings };

export type LookDeps = Pick<HoldingsServices, 'readHoldings'> & {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

export async function lookAtBook(
  { settings: store, marketClock, readHoldings }: LookDeps,
  owner: BookOwner,
  signal: AbortSignal,
): Promise<Look> {
  const { settings } = await store.read(owner.server);
  const holdings = await readHoldings(owner, { settings, now: marketClock.now() }, signal);
  return { holdings, settings };
}

/** The same as the engine wants it. */
export function caseOf({ holdings, settings }: Look): ExposureCase {
  return { ...holdings, settings };
}

export function accountOf(look: Look): ReturnType<typeof bookExposure> {
  return bookExposure(caseOf(look));
}

export function frameOf({ watermark }: Pick<LookDeps, 'watermark'>, { holdings }: Look): Frame {
  const { owner, asOf, positions } = holdings;
  const lots = [...positions.condors, ...positions.hedges];
  return {
    owner,
    asOf,
    isIllustration: lots.length > 0 && lots.every((lot) => lot.isIllustration === true),
    ...(watermark !== undefined && { watermark }),
  };
}
