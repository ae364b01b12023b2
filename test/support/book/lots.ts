import type { BookedLot, LotEvent } from '#domain/book/book-record.ts';
import type { Condor, Lot, VolatilityOption } from '#domain/book/lot.ts';
import type { Proposal } from '#domain/book/proposal.ts';

/** Noon in New York on Tuesday 2026-12-01. */
export const NOON = Date.UTC(2026, 11, 1, 17);

export const STEWARD = '1290000000000000023';
export const SECOND_STEWARD = '1290000000000000024';

/** Ten condors that expire with the close of Friday 2027-01-15, and what a test wants otherwise. */
export function aCondor(otherwise: Partial<Condor> = {}): Condor {
  return {
    id: 'C1',
    kind: 'condor',
    quantity: 10,
    openedOn: '2026-12-01',
    expiry: '2027-01-15',
    settlement: 'PM',
    strikes: { longPut: 5600, shortPut: 5700, shortCall: 6250, longCall: 6350 },
    credit: 12.5,
    ...otherwise,
  };
}

/** Four VIX calls that settle in the morning of Wednesday 2027-01-20, and what a test wants otherwise. */
export function aCall(otherwise: Partial<VolatilityOption> = {}): VolatilityOption {
  return {
    id: 'H1',
    kind: 'hedge',
    instrument: 'VIX',
    right: 'call',
    strike: 22,
    expiry: '2027-01-20',
    quantity: 4,
    openedOn: '2026-12-01',
    layer: 'short',
    cost: 1.85,
    ...otherwise,
  };
}

/** A lot as a book keeps it after its first act. */
export function booked(lot: Lot, otherwise: Partial<BookedLot> = {}): BookedLot {
  return { lot, revision: 1, ...otherwise };
}

/** The event that brought a lot into its book. */
export function addedEvent(lot: Lot, otherwise: Partial<LotEvent> = {}): LotEvent {
  return { kind: 'added', id: lot.id, revision: 1, after: lot, by: STEWARD, at: NOON, ...otherwise };
}

/** A proposal to add ten condors, and what a test wants otherwise. */
export function aProposal(otherwise: Partial<Proposal> = {}): Proposal {
  const { id: _, ...lot } = aCondor();
  return {
    id: 'P1',
    by: STEWARD,
    at: NOON,
    expiresAt: NOON + 72 * 3_600_000,
    changes: [{ kind: 'add', lot }],
    before: { condors: 0, hedges: 0 },
    after: { condors: 10, hedges: 0 },
    standing: { state: 'pending' },
    ...otherwise,
  };
}
