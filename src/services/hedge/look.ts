import type { BookOwner } from '#domain/book/book-record.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { bookExposure, type ExposureCase } from '#engine/account/book-exposure.ts';
import type { Frame } from './exposure-reports.ts';
import type { ExposureParts } from './exposure-parts.ts';
import type { Holdings } from '#services/book/read-holdings.ts';

/** A book at this moment with its server's settings. */
export type Look = { readonly holdings: Holdings; readonly settings: Settings };

export async function lookAt(
  { settings: store, marketClock, readHoldings }: ExposureParts,
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

export function frameOf({ watermark }: ExposureParts, { holdings }: Look): Frame {
  const { owner, asOf, positions } = holdings;
  const lots = [...positions.condors, ...positions.hedges];
  return {
    owner,
    asOf,
    isIllustration: lots.length > 0 && lots.every((lot) => lot.isIllustration === true),
    ...(watermark !== undefined && { watermark }),
  };
}
