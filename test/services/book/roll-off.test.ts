import { describe, expect, it } from 'vitest';
import { createRollOffBooks } from '../../../src/services/book/roll-off.ts';
import { openBookDesk } from '../../support/book-desk.ts';
import { STEWARD } from '../../support/lots.ts';

const CALLS = { instrument: 'VIX', quantity: 4, strike: 22, expiry: '2026-12-16' } as const;
const OWNERS = [{ server: '1' }, { server: '2' }, { server: '1', member: STEWARD }];

describe('createRollOffBooks', () => {
  it('moves what has settled out of every book, those of members too, and does it once', async () => {
    const { services, parts, ledger } = await openBookDesk();
    for (const owner of OWNERS) {
      await services.addHedge(owner, STEWARD, CALLS);
    }
    const rollOffBooks = createRollOffBooks(parts);
    for (const now of [
      Date.UTC(2026, 11, 16, 14, 29),
      Date.UTC(2026, 11, 16, 14, 30),
      Date.UTC(2027, 0, 4),
    ]) {
      await rollOffBooks(now);
    }
    for (const owner of OWNERS) {
      expect(await ledger.openLots(owner)).toEqual({ revision: 2, open: [] });
    }
    expect(await ledger.booksWithLots()).toEqual([]);
  });
});
