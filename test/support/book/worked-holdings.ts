import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Holdings } from '#services/book/read-holdings.ts';
import { listedVixCalls, WORKED_AS_OF, WORKED_POSITIONS, workedSources } from './worked-book.ts';

/** A server that holds the worked example, with a chain of VIX calls that are bid and asked. */
export function workedHoldings(positions: Positions = WORKED_POSITIONS): Holdings {
  return {
    owner: { server: '1' },
    asOf: WORKED_AS_OF,
    today: '2026-01-05',
    positions,
    lots: [...positions.condors, ...positions.hedges].map((lot) => ({ lot, revision: 1 })),
    counted: { condors: 10, hedge: [4, 4, 2] },
    sources: workedSources(listedVixCalls()),
    geometry: volGeometry(),
  };
}
