import type { DailyCloses } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';
import type { DailyClosesSource } from '#ports/sources/market-data.ts';

/** Somebody who gives closes, and the provider that they come from: two of one provider do not confirm each other. */
export type Supplier = { readonly provider: string; readonly source: DailyClosesSource };

/** The closes that one supplier gave, no others than those of the sessions that are read. */
export type Supplied = { readonly provider: string; readonly daily: DailyCloses };

/** The sessions that are read, oldest first; the last one is the latest whose closes may be used. */
export type ReadSessions = readonly [Session, ...Session[]];
